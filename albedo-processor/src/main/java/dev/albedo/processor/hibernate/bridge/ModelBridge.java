package dev.albedo.processor.hibernate.bridge;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.jspecify.annotations.Nullable;

/**
 * Boots Hibernate as an application would that creates its schema, up to the point where it knows the schema, and never
 * opens a connection.
 */
public final class ModelBridge implements ModelBinding {

    private static final String BUILDER_CONTRIBUTOR = "hibernate.metadata_builder_contributor";

    /** Made by name, from outside this class loader. */
    public ModelBridge() {}

    @Override
    public Answer bind(Question question) {
        ClassLoader loader = ModelBridge.class.getClassLoader();
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(loader)
                .enableAutoClose()
                .build();
        try {
            StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder(bootstrap);
            if (loader.getResource(StandardServiceRegistryBuilder.DEFAULT_CFG_RESOURCE_NAME) != null) {
                builder.configure();
            }
            Settings.apply(builder, question.settings(), question.dialectVersion());
            StandardServiceRegistry registry = builder.build();
            try {
                return bind(question, loader, registry);
            } finally {
                StandardServiceRegistryBuilder.destroy(registry);
            }
        } finally {
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }

    private static Answer bind(Question question, ClassLoader loader, StandardServiceRegistry registry) {
        Dialect dialect = registry.requireService(JdbcServices.class).getDialect();
        if (!(dialect instanceof PostgreSQLDialect)) {
            throw new IllegalStateException("the setting hibernate.dialect names "
                    + dialect.getClass().getName() + ", and Albedo knows PostgreSQL only so far");
        }
        MetadataSources sources = new MetadataSources(registry);
        for (String name : question.classes()) {
            if (name.endsWith(".package-info")) {
                sources.addPackage(name.substring(0, name.length() - ".package-info".length()));
            } else {
                sources.addAnnotatedClass(load(loader, name));
            }
        }
        question.mappingFiles().forEach(sources::addResource);
        if (question.overrides() != null) {
            sources.addInputStream(new ByteArrayInputStream(question.overrides().getBytes(StandardCharsets.UTF_8)));
        }

        MetadataBuilder builder = sources.getMetadataBuilder(registry);
        Map<String, Object> settings = Settings.of(registry);
        StrategySelector strategies = registry.requireService(StrategySelector.class);
        ImplicitNamingStrategy implicit = strategies.resolveDefaultableStrategy(
                ImplicitNamingStrategy.class,
                settings.get(MappingSettings.IMPLICIT_NAMING_STRATEGY),
                ImplicitNamingStrategyJpaCompliantImpl.INSTANCE);
        GeneratedNames nobodyChose = new GeneratedNames();
        builder.applyImplicitNamingStrategy(nobodyChose.watch(implicit));
        contribute(builder, strategies, settings);

        MetadataImplementor metadata = (MetadataImplementor) builder.build();
        Report report = new Report(metadata);
        BeanConstraints.apply(metadata, registry, loader, report);
        Timestamps.apply(metadata, registry);
        // As an application that creates its schema does: see SessionFactoryImpl and
        // MetadataImpl.shouldOrderTableColumns.
        metadata.orderColumns(true);
        metadata.validate();

        StoredNames names =
                new StoredNames((String) settings.get(MappingSettings.DEFAULT_SCHEMA), question.defaultSchema());
        Schema schema = new SchemaReader(metadata, dialect, names, nobodyChose, report).read();
        OldNames oldNames = new OldNames(loader, report);
        ModelEvidence evidence = new ModelEvidence(report::warn);
        Origins origins = evidence.orElse(
                Origins.NONE,
                "which attributes the columns come from, so renames are asked about instead of known",
                () -> new OriginReader(metadata, dialect, names, schema, oldNames).read());
        SortedMap<Place, String> renamedFrom =
                evidence.orElse(Collections.emptySortedMap(), "what @RenamedFrom says", () -> {
                    oldNames.warnOfOthers(question.classes());
                    return new AuditTables(metadata, names, schema, settings).with(oldNames.byPlace());
                });
        return new Answer(
                schema,
                origins,
                renamedFrom,
                evidence.orElse(
                        InitialValues.NONE,
                        "which values attributes begin with, so values for existing rows are asked for",
                        () -> new InitialValueReader(question.constants(), schema, metadata, dialect, names)
                                .read(metadata)),
                madeBy(metadata, dialect, implicit, settings, question),
                report.unmanaged(),
                report.warnings(),
                report.problems());
    }

    @SuppressWarnings("removal") // the application's Hibernate still asks it
    private static void contribute(MetadataBuilder builder, StrategySelector strategies, Map<String, Object> settings) {
        MetadataBuilderContributor contributor =
                strategies.resolveStrategy(MetadataBuilderContributor.class, settings.get(BUILDER_CONTRIBUTOR));
        if (contributor != null) {
            contributor.contribute(builder);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class " + name + " is not in the class output or on the class path");
        }
    }

    /** As Hibernate reads the setting (SessionFactoryOptionsBuilder); none for what is no time zone. */
    private static Optional<ZoneId> timeZone(@Nullable Object setting) {
        if (setting instanceof TimeZone zone) {
            return Optional.of(zone.toZoneId());
        }
        try {
            return Optional.ofNullable(setting).map(Object::toString).map(ZoneId::of);
        } catch (DateTimeException placeholder) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> madeBy(
            Metadata metadata,
            Dialect dialect,
            ImplicitNamingStrategy implicit,
            Map<String, Object> settings,
            Question question) {
        TreeMap<String, String> madeBy = new TreeMap<>();
        madeBy.put("hibernate", Version.getVersionString());
        madeBy.put("dialect", dialect.getClass().getName());
        madeBy.put("dialect.version", question.dialectVersion());
        madeBy.put("naming.implicit", implicit.getClass().getName());
        madeBy.put(
                "naming.physical",
                metadata.getDatabase().getPhysicalNamingStrategy().getClass().getName());
        madeBy.put("schema.default", question.defaultSchema());
        timeZone(settings.get(JdbcSettings.JDBC_TIME_ZONE))
                .ifPresent(zone -> madeBy.put(Snapshot.TIME_ZONE, zone.getId()));
        return madeBy;
    }
}
