package dev.albedo.processor.hibernate.bridge;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.engine.config.spi.ConfigurationService;

/** The settings that decide on the schema, without those that would connect to anything or start a service. */
final class Settings {

    private static final List<String> REMOVED = List.of(
            "hibernate.connection",
            "hibernate.hikari",
            "hibernate.c3p0",
            "hibernate.agroal",
            "hibernate.proxool",
            "hibernate.hbm2ddl",
            "hibernate.cache",
            "hibernate.javax.cache",
            "hibernate.transaction",
            "hibernate.jndi",
            "hibernate.session",
            "hibernate.session_factory",
            "hibernate.ejb",
            "hibernate.multi_tenant_connection_provider",
            "hibernate.tenant_identifier_resolver",
            "hibernate.statement_observer",
            "hibernate.resource.beans",
            "jakarta.persistence.jdbc",
            "javax.persistence.jdbc",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation",
            "javax.persistence.schema-generation",
            "jakarta.persistence.bean.manager",
            "javax.persistence.bean.manager");

    /** Read when the model is, unlike the others of its prefix: with it no foreign key is created that the model does not demand. */
    private static final String CONSTRAINT_MODE = "hibernate.hbm2ddl.default_constraint_mode";

    private Settings() {}

    static void apply(StandardServiceRegistryBuilder builder, SortedMap<String, String> ours, String version) {
        ours.forEach(builder::applySetting);
        builder.getSettings().keySet().removeIf(Settings::isRemoved);
        String[] numbers = version.split("\\.", -1);
        builder.applySetting(JdbcSettings.ALLOW_METADATA_ON_BOOT, false)
                .applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL")
                .applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, numbers[0])
                .applySetting(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, numbers.length > 1 ? numbers[1] : "0");
    }

    private static boolean isRemoved(String key) {
        return !key.equals(CONSTRAINT_MODE)
                && REMOVED.stream().anyMatch(prefix -> key.equals(prefix) || key.startsWith(prefix + "."));
    }

    static Map<String, Object> of(StandardServiceRegistry registry) {
        return registry.requireService(ConfigurationService.class).getSettings();
    }
}
