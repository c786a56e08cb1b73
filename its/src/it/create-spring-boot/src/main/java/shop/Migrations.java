package shop;

import dev.albedo.run.Migrator;
import javax.sql.DataSource;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the database to head before JPA looks at it. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    Migrator migrator(DataSource dataSource) {
        Migrator migrator = Migrator.of(dataSource);
        migrator.migrate("head");
        return migrator;
    }

    @Bean
    static EntityManagerFactoryDependsOnPostProcessor migrationsBeforeJpa() {
        return new EntityManagerFactoryDependsOnPostProcessor("migrator");
    }
}
