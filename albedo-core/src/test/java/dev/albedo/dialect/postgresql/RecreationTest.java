package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dependent;
import dev.albedo.dialect.Dialects;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.DependentDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of a column on which objects made by hand depend, up and down. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecreationTest {

    private static final QualifiedName CUSTOMER = QualifiedName.of("customer");

    private static final Column EMAIL = column("email", varchar(50));

    /** Longer, shorter again, another type and back; with a conversion that is said. */
    private static final List<AlterColumn> CHANGES = List.of(
            new AlterColumn(CUSTOMER, EMAIL, column("email", varchar(100)), null),
            new AlterColumn(CUSTOMER, EMAIL, column("email", text()), null),
            new AlterColumn(
                    CUSTOMER,
                    EMAIL,
                    column("email", varchar(40)),
                    "substr(email || '\n$albedo$', 1, length(email)) -- cut"));

    private TestDatabase database;

    @BeforeAll
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(RecreationCases.TABLES);
    }

    @AfterAll
    void drop() throws SQLException {
        database.close();
    }

    static Stream<Arguments> everyKind() {
        return Stream.of(RecreationCases.rebuiltByTheServer(), RecreationCases.recreated())
                .flatMap(List::stream)
                .flatMap(each -> CHANGES.stream().map(change -> Arguments.of(each, change)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void everyKind(RecreationCases.Case each, AlterColumn change) throws SQLException {
        try (Connection connection = with(each)) {
            List<String> before = everything(connection);
            List<String> settings = settings(connection);

            run(connection, change);

            assertThat(DependentDump.names(everything(connection))).isEqualTo(DependentDump.names(before));
            assertThat(values(
                            connection,
                            "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid ="
                                    + " 'customer'::regclass AND attname = 'email'"))
                    .containsExactly(format(change.to()));
            assertThat(settings(connection)).isEqualTo(settings);
            run(connection, change.reverse());

            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    static List<RecreationCases.Case> namesWhatItRecreates() {
        return Stream.of(RecreationCases.rebuiltByTheServer(), RecreationCases.recreated())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void namesWhatItRecreates(RecreationCases.Case each) throws SQLException {
        try (Connection connection = with(each)) {
            assertThat(Dialects.of(connection).dependents(connection, CHANGES.get(0)))
                    .extracting(Dependent::name)
                    .containsExactlyElementsOf(each.recreated());
        }
    }

    @Test
    void anEnumTypeThatViewsAndFunctionsUse() throws SQLException {
        RecreationCases.Case each = new RecreationCases.Case("enum", """
            CREATE TYPE "Mood" AS ENUM ('good', 'bad');
            ALTER TABLE customer ADD mood "Mood" DEFAULT 'good', ADD moods "Mood"[], ADD CHECK (mood <> 'bad');
            CREATE VIEW happy AS SELECT id, mood FROM customer WHERE mood = 'good';
            CREATE FUNCTION is_good(m "Mood") RETURNS boolean LANGUAGE plpgsql IMMUTABLE
                AS 'BEGIN RETURN m = ''good''; END';
            GRANT EXECUTE ON FUNCTION is_good TO hand_reader;
            CREATE VIEW asked AS SELECT is_good(mood) FROM customer;
            ALTER TABLE customer ADD good boolean GENERATED ALWAYS AS (mood = 'good') STORED;
            CREATE MATERIALIZED VIEW counted AS SELECT mood, count(*) FROM customer GROUP BY mood;
            CREATE UNIQUE INDEX ON counted (mood)\
            """, List.of());
        AlterEnum change =
                new AlterEnum(enumType("Mood", "good", "bad"), enumType("Mood", "fine", "good", "bad"), true);
        try (Connection connection = with(each)) {
            List<String> before = everything(connection);

            assertThat(Dialects.of(connection).dependents(connection, change))
                    .extracting(Dependent::name)
                    .containsExactly(
                            "column public.customer.good",
                            "function public.is_good(public.\"Mood\")",
                            "materialized view public.counted",
                            "view public.happy",
                            "index public.counted_mood_idx",
                            "view public.asked");
            run(connection, change);
            assertThat(DependentDump.names(everything(connection))).isEqualTo(DependentDump.names(before));
            run(connection, change.reverse());

            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    @Test
    void aComputedColumnOfTheModelThatAViewUses() throws SQLException {
        RecreationCases.Case each = new RecreationCases.Case("computed", """
            ALTER TABLE customer ADD low text GENERATED ALWAYS AS (lower(email)) STORED;
            CREATE INDEX ON customer (low);
            CREATE VIEW lows AS SELECT low FROM customer;
            GRANT SELECT ON lows TO hand_reader\
            """, List.of());
        Column low = column("low", text()).nullable().generated(new Generated("lower(email)", true));
        AlterColumn change = new AlterColumn(
                CUSTOMER, low, low.type(varchar(60)).generated(new Generated("upper(email)", true)), null);
        try (Connection connection = with(each)) {
            List<String> before = everything(connection);

            run(connection, change);
            assertThat(values(connection, "SELECT low FROM lows ORDER BY 1"))
                    .containsExactly("A@EXAMPLE.ORG", "B@EXAMPLE.ORG", "C@EXAMPLE.ORG");
            run(connection, change.reverse());

            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    /** A transaction in which the case is there. Closing the connection rolls it back. */
    private Connection with(RecreationCases.Case each) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(each.setup());
        }
        return connection;
    }

    private static List<String> everything(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>(DependentDump.of(connection));
        CatalogDump.everything().withoutColumnOrder().of(connection).lines().forEach(lines::add);
        return lines;
    }

    private static String format(Column column) {
        return ColumnSql.type(column).replace("varchar", "character varying");
    }

    private static List<String> settings(Connection connection) throws SQLException {
        return values(
                connection, "SELECT name || setting FROM pg_settings WHERE name NOT LIKE 'plpgsql%' ORDER BY name");
    }

    private static List<String> values(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private static void run(Connection connection, Operation operation) throws SQLException {
        OperationSqlTest.run(connection, (PostgresDialect) Dialects.of(connection), operation);
    }
}
