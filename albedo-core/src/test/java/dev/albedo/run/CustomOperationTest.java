package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.testing.CreateView;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Operations of a project's own kind, run and taken back. */
class CustomOperationTest {

    /** Cannot run in a transaction, and changes what Albedo knows. */
    private record FastIndex(String name) implements CustomOperation {
        @Override
        public String describe() {
            return "create index " + name + " fast";
        }

        @Override
        public List<String> sql(String database) {
            assertThat(database).isEqualTo("PostgreSQL");
            return List.of(
                    "DROP INDEX IF EXISTS " + name, "CREATE INDEX CONCURRENTLY IF NOT EXISTS " + name + " ON t (a)");
        }

        @Override
        public boolean transactional() {
            return false;
        }

        @Override
        public Schema applyTo(Schema schema) {
            return new CreateIndex(QualifiedName.of("t"), index(name, "a"), false).applyTo(schema);
        }

        @Override
        public Operation reverse() {
            return new CreateIndex(QualifiedName.of("t"), index(name, "a"), false).reverse();
        }

        @Override
        public Optional<String> losesData() {
            return Optional.of("the old index " + name);
        }
    }

    /** What counts of it is its description. */
    private static CustomOperation spoken(String words, Object answer) {
        return new CustomOperation() {
            @Override
            public String describe() {
                return words;
            }

            @Override
            @SuppressWarnings("unchecked")
            public List<String> sql(String database) {
                return (List<String>) answer;
            }
        };
    }

    private static String checksum(CustomOperation operation) {
        return RevisionContent.of(List.of(operation.asOperation()), "").checksum();
    }

    @Test
    void isRunAndTakenBack() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("1", op -> op.createTable("t", column("a", integer())), op -> op.dropTable("t"))
                .add(
                        "2",
                        op -> op.apply(new CreateView("v", "SELECT a FROM t")),
                        op -> op.apply(new CreateView("v", "SELECT a FROM t").reverse()))
                .add("3", op -> op.apply(new FastIndex("ix")), op -> op.apply(new FastIndex("ix").reverse()));
        try (TestDatabase database = TestDatabases.create()) {
            Migrator migrator = new Migrator(
                    ConnectionSource.of(database.dataSource()),
                    migrations,
                    RunSettings.DEFAULT.allowDestructive(true),
                    RunListener.NONE);

            migrator.migrate("head");
            assertThat(relations(database)).containsExactly("ix", "t", "v");

            assertThat(migrator.rollback(3)).hasSize(3);
            assertThat(relations(database)).isEmpty();
        }
    }

    private static List<String> relations(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select relname from pg_class where relnamespace ="
                        + " 'public'::regnamespace and relname not like 'albedo%' order by 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    @Test
    void whatItSaysIsKnownWithoutADatabase() {
        TestMigrations migrations = new TestMigrations()
                .add("1", op -> op.createTable("t", column("a", integer())), op -> {})
                .add("2", op -> op.apply(new FastIndex("ix")), op -> {});

        Schema schema = new SchemaReplay(migrations).schema((revision, operations) -> {
            if (revision.id().equals("2")) {
                assertThat(Admission.objections(revision, operations, false))
                        .singleElement()
                        .asString()
                        .contains("the old index ix");
            }
        });

        assertThat(schema.tables().get(QualifiedName.of("t")).index("ix")).isPresent();
        assertThat(new SchemaReplay(migrations).unknown()).isEmpty();
    }

    @Test
    void aRecordCountsByItsPartsAndAnyOtherByItsWords() {
        assertThat(checksum(new FastIndex("ix")))
                .isEqualTo(checksum(new FastIndex("ix")))
                .isNotEqualTo(checksum(new FastIndex("ix2")));
        assertThat(checksum(spoken("grant", List.of("GRANT a"))))
                .isEqualTo(checksum(spoken("grant", List.of("GRANT b"))))
                .isNotEqualTo(checksum(spoken("revoke", List.of("GRANT a"))));
        assertThat(checksum(new CreateView("v", "SELECT 1")))
                .as("the same for ever: it is in people's databases")
                .isEqualTo("1:a0c5677286c9a6aade41e0be36b897f3");
        record Timed(Duration duration) implements CustomOperation {
            @Override
            public String describe() {
                return "wait";
            }

            @Override
            public List<String> sql(String database) {
                return List.of();
            }
        }
        assertThatThrownBy(() -> checksum(new Timed(Duration.ZERO)))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(
                        "a checksum of class java.time.Duration is not known: an operation of your own can");
    }

    @Test
    void onePartThatFailsStopsTheRunBeforeTheFirstStatement() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("1", op -> op.createTable("t", column("a", integer())), op -> {})
                .add("2", op -> op.apply(spoken("nothing", null)), op -> {});
        try (TestDatabase database = TestDatabases.create()) {
            Migrator migrator = new Migrator(
                    ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, RunListener.NONE);

            assertThatThrownBy(() -> migrator.migrate("head"))
                    .isInstanceOf(RunException.class)
                    .hasMessageStartingWith("revision 2 (M_2) cannot be made into statements: ")
                    .hasMessageContaining(" has no statements: ")
                    .hasMessageContaining("sql() of ")
                    .hasMessageEndingWith(" gives null");
            assertThat(relations(database)).isEmpty();
        }
    }
}
