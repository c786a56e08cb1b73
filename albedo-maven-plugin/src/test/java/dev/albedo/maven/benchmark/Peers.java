package dev.albedo.maven.benchmark;

import dev.albedo.processor.Inputs;
import dev.albedo.testing.Python;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.Usage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same work by other tools, each only where it is there. */
record Peers(TestDatabase database, Path directory, Inputs inputs) {

    /** Where the profile {@code benchmarks} puts liquibase-hibernate, its Hibernate aside. */
    private static final Path LIQUIBASE = Path.of("target", "liquibase-hibernate");

    /** Measures and prints a row for each. */
    void run(int entities, int runs) throws IOException {
        List<Usage> hibernate = new ArrayList<>();
        Path script = directory.resolve("update.sql");
        for (int i = 0; i < runs; i++) {
            Files.deleteIfExists(script);
            hibernate.add(Usage.ofJava(
                    database.server(),
                    Stream.concat(
                                    inputs.classPath().stream(),
                                    Stream.of(inputs.classOutput(), Path.of("target", "test-classes")))
                            .map(path -> path.toAbsolutePath().toString())
                            .collect(Collectors.joining(File.pathSeparator)),
                    HibernateUpdate.class,
                    database.url(),
                    inputs.classOutput().toString(),
                    script.toString()));
        }
        Usage.printRow("Hibernate's update: " + Findings.inScript(Files.readString(script)), hibernate);

        if (Files.isDirectory(LIQUIBASE)) {
            liquibase(runs);
        } else {
            System.out.println("  liquibase-hibernate is not measured: there is no " + LIQUIBASE);
        }

        Optional<String> python = Python.with("alembic", "psycopg2");
        if (python.isPresent()) {
            alembic(python.get(), entities, runs);
        } else {
            System.out.println("  Alembic is not measured: no python3 has the modules alembic and psycopg2");
        }
    }

    /** Its command line, as users run it; with Hibernate 6.6, as there is none of it for 7. */
    private void liquibase(int runs) throws IOException {
        Path configuration = Files.createDirectories(directory.resolve("liquibase"));
        String mappings = HibernateUpdate.entities(inputs.classOutput()).stream()
                .map(name -> "<mapping class=\"" + name + "\"/>")
                .collect(Collectors.joining("\n"));
        Files.writeString(configuration.resolve("hibernate.cfg.xml"), """
                <hibernate-configuration xmlns="http://www.hibernate.org/xsd/orm/cfg"><session-factory>
                <property name="dialect">org.hibernate.dialect.PostgreSQLDialect</property>
                %s
                </session-factory></hibernate-configuration>
                """.formatted(mappings));
        List<Path> classPath = new ArrayList<>(List.of(configuration, inputs.classOutput()));
        for (Path folder : List.of(LIQUIBASE, Path.of("target", "hibernate-6.6"))) {
            try (Stream<Path> jars = Files.list(folder)) {
                classPath.addAll(jars.sorted().toList());
            }
        }
        Path changeLog = directory.resolve("changelog.xml");
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Files.deleteIfExists(changeLog);
            usages.add(Usage.ofProgram(
                    database.server(),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath.stream()
                                    .map(path -> path.toAbsolutePath().toString())
                                    .collect(Collectors.joining(File.pathSeparator)),
                            "liquibase.integration.commandline.LiquibaseCommandLine",
                            "diff-changelog",
                            "--url=" + database.url(),
                            "--username=" + database.user(),
                            "--reference-url=hibernate:classic:hibernate.cfg.xml",
                            "--changelog-file=" + changeLog)));
        }
        Usage.printRow("liquibase-hibernate: " + Findings.inChangeLog(Files.readString(changeLog)), usages);
    }

    private void alembic(String python, int entities, int runs) throws IOException {
        Path project = directory.resolve("alembic");
        String url = "postgresql+psycopg2://" + database.user() + "@localhost:"
                + database.server().port() + "/" + database.name();
        AlembicModel.write(project, entities, url);
        Path migration = project.resolve("versions").resolve("r1_.py");
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Files.deleteIfExists(migration);
            usages.add(Usage.ofProgram(
                    database.server(),
                    List.of(
                            python,
                            "-m",
                            "alembic.config",
                            "-c",
                            project.resolve("alembic.ini").toString(),
                            "revision",
                            "--autogenerate",
                            "--rev-id",
                            "r1")));
        }
        Usage.printRow("Alembic: " + Findings.inMigration(Files.readString(migration)), usages);
    }
}
