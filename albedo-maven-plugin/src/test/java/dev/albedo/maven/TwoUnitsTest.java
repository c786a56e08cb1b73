package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.TestMaven.Ending;
import dev.albedo.processor.AlbedoProcessor;
import dev.albedo.processor.Inputs;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One module with two persistence units, each on a database of its own: a customer in main, an entry in log. */
class TwoUnitsTest {

    private static final String ENTITY = """
        package shop;
        @jakarta.persistence.Entity
        public class %s {
            @jakarta.persistence.Id
            private Long id;
        }
        """;

    private static final String MIGRATION = """
        package shop.migrations.%s;
        import static dev.albedo.schema.Types.bigint;
        import static dev.albedo.schema.SchemaDsl.column;
        import static dev.albedo.schema.SchemaDsl.primaryKey;
        @dev.albedo.Revision(id = "%s")
        public final class First implements dev.albedo.Migration {
            @Override
            public void up(dev.albedo.Operations op) {
                op.createTable("%s", column("id", bigint()), primaryKey("%s_pkey", "id"));
            }
            @Override
            public void down(dev.albedo.Operations op) {
                op.dropTable("%s");
            }
        }
        """;

    @TempDir
    private Path project;

    private TestDatabase main;
    private TestDatabase log;

    @BeforeEach
    void prepare() throws Exception {
        main = TestDatabases.create();
        log = TestDatabases.create();
        write("pom.xml", "<project/>");
        write("src/main/java/shop/Customer.java", ENTITY.formatted("Customer"));
        write("src/main/java/shop/Entry.java", ENTITY.formatted("Entry"));
        write(
                "src/main/java/shop/migrations/main/First.java",
                MIGRATION.formatted("main", "aaaa1111", "customer", "customer", "customer"));
        write(
                "src/main/java/shop/migrations/log/First.java",
                MIGRATION.formatted("log", "bbbb2222", "entry", "entry", "entry"));
        write("target/classes/META-INF/persistence.xml", """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                <persistence-unit name="main">
                    <class>shop.Customer</class>
                    <exclude-unlisted-classes/>
                </persistence-unit>
                <persistence-unit name="log">
                    <class>shop.Entry</class>
                    <exclude-unlisted-classes/>
                </persistence-unit>
            </persistence>
            """);
        compile();
    }

    @AfterEach
    void drop() throws Exception {
        main.close();
        log.close();
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile() throws IOException {
        Path classes = project.resolve("target/classes");
        List<Path> hibernate;
        try (Stream<Path> jars = Files.list(Path.of("target/hibernate-7.4"))) {
            hibernate = jars.map(Path::toAbsolutePath).sorted().toList();
        }
        String classPath = Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        hibernate.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        Path inputs = project.resolve("target/albedo/inputs.properties");
        Inputs.of(classes, hibernate).write(inputs);
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                classPath,
                "-d",
                classes.toString(),
                "-processor",
                AlbedoProcessor.class.getName(),
                "-Aalbedo.inputs=" + inputs));
        try (Stream<Path> sources = Files.walk(project.resolve("src/main/java"))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int done = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(done).as(said.toString()).isZero();
    }

    private TestMaven.Outcome run(String goal, String unit, TestDatabase database) throws IOException {
        Map<String, String> given = new HashMap<>(Map.of("albedo.url", database.url()));
        if (!unit.isEmpty()) {
            given.put("albedo.persistenceUnit", unit);
        }
        return new TestMaven(project).run(goal, given);
    }

    private static List<String> tables(TestDatabase database) throws Exception {
        return database.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    @Test
    void eachUnitIsMigratedCheckedAndTakenBackOnItsOwnDatabase() throws Exception {
        assertThat(run("migrate", "main", main).ending()).isEqualTo(Ending.DONE);
        assertThat(run("migrate", "log", log).ending()).isEqualTo(Ending.DONE);
        assertThat(tables(main)).containsExactly("albedo_history", "albedo_history_log", "customer");
        assertThat(tables(log)).containsExactly("albedo_history", "albedo_history_log", "entry");

        for (String unit : List.of("main", "log")) {
            TestDatabase database = unit.equals("main") ? main : log;
            assertThat(run("check", unit, database).said()).contains("The model and its 1 revision agree");
            assertThat(run("diff", unit, database).said()).contains("No difference: the database matches the model");
            assertThat(run("status", unit, database).said()).contains("The database is at head");
            assertThat(run("script", unit, database).ending()).isEqualTo(Ending.DONE);
            assertThat(Files.readString(project.resolve("target/albedo/script.sql")))
                    .contains(unit.equals("main") ? "aaaa1111" : "bbbb2222")
                    .doesNotContain(unit.equals("main") ? "bbbb2222" : "aaaa1111");
        }

        assertThat(run("rollback", "log", log).ending()).isEqualTo(Ending.DONE);
        assertThat(tables(log)).containsExactly("albedo_history", "albedo_history_log");
        assertThat(tables(main)).contains("customer");
    }

    @Test
    void refusesWithoutAUnitAndOnTheDatabaseOfTheOther() throws Exception {
        assertThat(run("migrate", "", main).sentence())
                .startsWith("persistence.xml declares the persistence units main, log: name one with");
        assertThat(tables(main)).isEmpty();
        assertThat(run("migrate", "main", main).ending()).isEqualTo(Ending.DONE);
        for (String goal : List.of("migrate", "rollback", "diff")) {
            assertThat(run(goal, "log", main).ending()).isEqualTo(Ending.FAILURE);
        }
        assertThat(tables(main)).containsExactly("albedo_history", "albedo_history_log", "customer");
    }
}
