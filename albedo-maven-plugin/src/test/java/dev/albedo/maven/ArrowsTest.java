package dev.albedo.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.albedo.dialect.postgresql.PostgresDialect;

/** The arrows between modules, packages and libraries. This module sees all others, so the rules stand here. */
@AnalyzeClasses(packages = "dev.albedo", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule WORDS_KNOW_ONLY_THE_JDK = classes()
            .that()
            .resideInAnyPackage(
                    "dev.albedo",
                    "dev.albedo.data..",
                    "dev.albedo.internal..",
                    "dev.albedo.schema..",
                    "dev.albedo.operation..",
                    "dev.albedo.spi..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.albedo",
                    "dev.albedo.data..",
                    "dev.albedo.internal..",
                    "dev.albedo.schema..",
                    "dev.albedo.operation..",
                    "dev.albedo.spi..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule CORE_KNOWS_THE_WORDS_AND_GSON = classes()
            .that()
            .resideInAnyPackage(
                    "dev.albedo.diff..",
                    "dev.albedo.safety..",
                    "dev.albedo.revision..",
                    "dev.albedo.dialect..",
                    "dev.albedo.snapshot..",
                    "dev.albedo.origin..",
                    "dev.albedo.run..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.albedo.processor..",
                    "dev.albedo.maven..",
                    "org.hibernate..",
                    "org.postgresql..",
                    "schemacrawler..",
                    "us.fatehi..",
                    "com.palantir..",
                    "org.apache.maven..");

    @ArchTest
    static final ArchRule THE_DIFFER_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("dev.albedo.diff..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.albedo.dialect..", "java.sql..");

    @ArchTest
    static final ArchRule SCHEMACRAWLER_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.albedo.maven.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("schemacrawler..", "us.fatehi..");

    @ArchTest
    static final ArchRule JAVAPOET_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.albedo.maven.writer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir..");

    @ArchTest
    static final ArchRule DOMTRIP_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.albedo.maven.pom..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.maveniverse..");

    @ArchTest
    static final ArchRule GOALS_KNOW_NO_MAVEN = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.albedo.maven.goal..",
                    "dev.albedo.maven.graph..",
                    "dev.albedo.maven.pom..",
                    "dev.albedo.maven.writer..",
                    "dev.albedo.maven.database..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule HIBERNATE_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.albedo.processor.hibernate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hibernate..");

    private static final String ONE_DATABASE = PostgresDialect.class.getPackageName() + "..";

    /** Nobody knows the package of a database, which is found by {@code ServiceLoader}; all ask the interfaces of its dialect. */
    @ArchTest
    static final ArchRule A_DATABASE_HAS_ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage(ONE_DATABASE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ONE_DATABASE);

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            slices().matching("dev.albedo.(**)").should().beFreeOfCycles();
}
