package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.schema.Column;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittingTest {

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(4,0)",
            "numeric(6,2)",
            "numeric(3,5)",
            "numeric(20,2)",
            "double precision",
            "real",
            "money",
            "timetz",
            "timestamp(0)",
            "bit(3)",
            "varbit(4)",
            "boolean",
            "varchar",
            "varchar(5)",
            "varchar(20)",
            "char(3)",
            "text",
            "uuid",
            "date",
            "timestamp",
            "timestamptz",
            "time",
            "jsonb",
            "interval");

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "5",
            "101",
            "1e300",
            "1e-60",
            "92233720368547758.08",
            "0.30000000000000004",
            "123456789",
            "16777217",
            "9007199254740993",
            "10:00:00+02",
            "2020-01-31 10:00:00.25",
            "-1",
            "7.25",
            "99999",
            "-99999.995",
            "9999.995",
            "32767",
            "32768",
            "-32768",
            "-32769",
            "32767.4",
            "2147483648",
            "-2147483649",
            "9999999999999999999",
            "0.00999",
            "true",
            "abc",
            "abcdef",
            "abc   ",
            "2020-01-31",
            "2020-01-31 10:00:00",
            "10:00:00",
            "00000000-0000-0000-0000-000000000001",
            "{}",
            "1 day");

    private static final String FUNCTIONS = """
            CREATE FUNCTION pg_temp.works(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN
                EXECUTE statement;
                RAISE SQLSTATE 'WORKS';
            EXCEPTION
                WHEN SQLSTATE 'WORKS' THEN RETURN true;
                WHEN OTHERS THEN RETURN false;
            END $$;
            CREATE FUNCTION pg_temp.is_true(question text) RETURNS boolean LANGUAGE plpgsql AS $$
            DECLARE
                answer boolean;
            BEGIN
                EXECUTE question INTO answer;
                RETURN coalesce(answer, true);
            EXCEPTION WHEN OTHERS THEN
                RETURN false;
            END $$;
            CREATE FUNCTION pg_temp.comes_back(there text, back text, was text) RETURNS text LANGUAGE plpgsql AS $$
            DECLARE
                same boolean;
            BEGIN
                EXECUTE there;
                EXECUTE back;
                EXECUTE was INTO same;
                RAISE SQLSTATE 'WORKS';
            EXCEPTION
                WHEN SQLSTATE 'WORKS' THEN RETURN CASE WHEN same THEN 'as it was' ELSE 'changed' END;
                WHEN OTHERS THEN RETURN 'no way back';
            END $$""";

    private static final PostgresDialect DIALECT = new PostgresDialect(18);

    /**
     * For every pair of types and every value: what the condition lets pass is accepted, and comes back as it was or is marked
     * as lost; what it stops is refused by the server, or is another value afterwards.
     */
    @Test
    void agreesWithTheServerOnEveryValue() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(DIALECT.fixSession());
            statement.execute(FUNCTIONS);
            List<String> wrong = new ArrayList<>();
            int refused = 0;
            for (String from : TYPES) {
                statement.execute("CREATE TABLE t (c " + from + ")");
                for (String value : VALUES) {
                    String insert = "INSERT INTO t VALUES (" + Names.literal(value) + ")";
                    if (!answer(statement, works(insert))) {
                        continue;
                    }
                    statement.execute(insert);
                    for (String to : TYPES) {
                        if (from.equals(to)) {
                            continue;
                        }
                        Change change = new Change(
                                from,
                                value,
                                to,
                                column("c", PostgresTypes.parse(from)),
                                column("c", PostgresTypes.parse(to)));
                        boolean accepted = answer(statement, works(sql(alter(change.before(), change.after()))));
                        refused += accepted ? 0 : 1;
                        change.problem(statement, accepted).ifPresent(wrong::add);
                    }
                    statement.execute("TRUNCATE t");
                }
                statement.execute("DROP TABLE t");
            }
            assertThat(wrong).isEmpty();
            assertThat(refused).isGreaterThan(500);
        }
    }

    /** A value that changes its type. */
    private record Change(String from, String value, String to, Column before, Column after) {

        Optional<String> problem(Statement statement, boolean accepted) throws SQLException {
            String condition =
                    DIALECT.fits(before, Schema.EMPTY, after, Schema.EMPTY).orElse("true");
            boolean fits = answer(
                    statement, "SELECT pg_temp.is_true(" + Names.literal("SELECT " + condition + " FROM t") + ")");
            if (!accepted) {
                return fits ? Optional.of(this + " fails, though " + condition) : Optional.empty();
            }
            boolean isRead = DIALECT.using(before, after)
                    .filter(sql -> sql.contains("::text::"))
                    .isPresent();
            if (isRead || value.endsWith(" ")) {
                return Optional.empty();
            }
            boolean isMarked = DataLoss.of(alter(before, after)).isPresent();
            String back = text(
                    statement,
                    "SELECT pg_temp.comes_back(" + Names.literal(sql(alter(before, after))) + ", "
                            + Names.literal(sql(alter(after, before))) + ", "
                            + Names.literal("SELECT rtrim(c::text) = rtrim((" + Names.literal(value) + "::text::" + from
                                    + ")::text) FROM t")
                            + ")");
            if (fits && back.equals("changed") && !isMarked) {
                return Optional.of(this + " changes without a mark");
            }
            return !fits && back.equals("as it was")
                    ? Optional.of(this + " is refused by " + condition + " only")
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return from + " " + value + " to " + to;
        }
    }

    private static Operation.AlterColumn alter(Column before, Column after) {
        String using = DIALECT.using(before, after)
                .map(sql -> sql.replace(Dialect.UNKNOWN_ZONE, "'UTC'"))
                .orElse(null);
        return new Operation.AlterColumn(QualifiedName.of("t"), before, after, using);
    }

    /** Without what a change does for views and the like, of which there are none. */
    private static String sql(Operation.AlterColumn alter) {
        return "ALTER TABLE t ALTER c TYPE " + Names.type(alter.to().type())
                + (alter.using() == null ? "" : " USING " + alter.using());
    }

    /** What a date in words or in another order, and a moment without an offset, means depends on the session. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date         | 2020-01-31             | true
            date         | 31.01.2020             | false
            date         | 01/02/2020             | false
            date         | today                  | false
            date         | 2020-01-31 10:00       | false
            date         | 2020-02-31             | false
            timestamp    | 2020-01-31T10:00:00.25 | true
            timestamp    | 2020-01-31 10:00+02    | false
            timestamp(0) | 2020-01-31 10:00:00.25 | false
            timestamptz  | 2020-01-31T10:00:00Z   | true
            timestamptz  | 2020-01-31 10:00+02    | true
            timestamptz  | 2020-01-31 10:00       | false
            timestamptz  | now                    | false
            time         | 10:00:00               | true
            time         | 10:00 PM               | false
            timetz       | 10:00:00               | false
            """)
    void textIsATimeIfItMeansTheSameInEachSession(String type, String value, boolean fits) throws SQLException {
        Column text = column("c", PostgresTypes.parse("text"));
        Column time = column("c", PostgresTypes.parse(type));
        String condition = DIALECT.fits(text, Schema.EMPTY, time, Schema.EMPTY).orElseThrow();
        try (TestDatabase database = TestDatabases.create()) {
            assertThat(database.query(
                            "SELECT " + condition + " FROM (SELECT " + Names.literal(value) + "::text AS c) t"))
                    .containsExactly(fits ? "t" : "f");
        }
    }

    /** Bytes and large objects are text by what they hold, not by their digits. */
    @Test
    void measuresWhatAConversionMakesOfAValue() throws SQLException {
        Column bytes = column("c", PostgresTypes.parse("bytea"));
        Column object = column("c", PostgresTypes.parse("oid"));
        Column five = column("c", PostgresTypes.parse("varchar(5)"));
        Column text = column("c", PostgresTypes.parse("text"));
        String ofBytes = DIALECT.fits(bytes, Schema.EMPTY, five, Schema.EMPTY).orElseThrow();
        String ofObject = DIALECT.fits(object, Schema.EMPTY, five, Schema.EMPTY).orElseThrow();
        String any = DIALECT.fits(bytes, Schema.EMPTY, text, Schema.EMPTY).orElseThrow();
        try (TestDatabase database = TestDatabases.create()) {
            database.execute(
                    "CREATE TABLE t (c bytea)",
                    "INSERT INTO t VALUES (NULL), (convert_to('häuse', 'UTF8')), (convert_to('houses', 'UTF8'))",
                    "CREATE TABLE o AS SELECT lo_from_bytea(0, c) AS c FROM t");
            assertThat(database.query("SELECT coalesce((" + ofBytes + ")::text, '-') FROM t"))
                    .containsExactly("-", "true", "false");
            assertThat(database.query("SELECT coalesce((" + ofObject + ")::text, '-') FROM o"))
                    .containsExactly("-", "true", "false");
            database.execute("INSERT INTO t VALUES ('\\xff')");
            assertThatThrownBy(() -> database.query("SELECT " + any + " FROM t"))
                    .hasMessageContaining("UTF8");
        }
    }

    @Test
    void asksEachElementOfAnArray() throws SQLException {
        assertThat(elements("integer[]", "smallint[]", "{1,NULL,32767}", "{32768}", "{}"))
                .containsExactly("t", "f", "t");
        assertThat(elements("text[]", "varchar(2)[]", "{a,bb}", "{a,bbb}", "{{a,b},{c,ddd}}"))
                .containsExactly("t", "f", "f");
        assertThat(elements("text[]", "uuid[]", "{}", "{x}")).containsExactly("t", "f");
    }

    private static List<String> elements(String from, String to, String... values) throws SQLException {
        Column before = column("c", PostgresTypes.parse(from));
        Column after = column("c", PostgresTypes.parse(to));
        String condition =
                DIALECT.fits(before, Schema.EMPTY, after, Schema.EMPTY).orElseThrow();
        try (TestDatabase database = TestDatabases.create()) {
            database.execute("CREATE TABLE t (n serial, c " + from + ")");
            for (String value : values) {
                database.execute("INSERT INTO t (c) VALUES (" + Names.literal(value) + ")");
            }
            return database.query("SELECT " + condition + " FROM t ORDER BY n");
        }
    }

    private static String works(String sql) {
        return "SELECT pg_temp.works(" + Names.literal(sql) + ")";
    }

    private static boolean answer(Statement statement, String question) throws SQLException {
        return text(statement, question).equals("t");
    }

    private static String text(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Test
    void asksForTheValuesThatAnEnumTypeLoses() {
        EnumType three = enumType("mood", "sad", "it's ok", "happy");
        Schema before = Schema.EMPTY.with(three);
        Schema after = Schema.EMPTY.with(enumType("mood", "happy", "new"));
        Column column = column("m", named("mood"));
        Column many = column("M", array(named("mood")));

        assertThat(DIALECT.fits(column, before, column, after)).contains("m::text NOT IN ('sad', 'it''s ok')");
        assertThat(DIALECT.fits(many, before, many, after)).contains("NOT \"M\"::text[] && ARRAY['sad', 'it''s ok']");
        assertThat(DIALECT.fits(column, after, column, Schema.EMPTY.with(enumType("mood", "happy", "new", "x"))))
                .isEmpty();
        assertThat(DIALECT.fits(column("m", PostgresTypes.parse("text")), Schema.EMPTY, column, before))
                .contains("m::text IN ('sad', 'it''s ok', 'happy')");
        assertThat(DIALECT.fits(column, before, column("m", PostgresTypes.parse("varchar(5)")), Schema.EMPTY))
                .contains("char_length(m::text) <= 5");
        assertThat(DIALECT.fits(column, before, column("m", PostgresTypes.parse("varchar(7)")), Schema.EMPTY))
                .isEmpty();
    }

    @Test
    void asksAnOldServerWhatItCanAnswer() {
        Column text = column("c", PostgresTypes.parse("text"));
        Column number = column("c", PostgresTypes.parse("integer"));

        assertThat(DIALECT.fits(text, Schema.EMPTY, number, Schema.EMPTY))
                .contains("pg_input_is_valid(c::text, 'integer')");
        assertThat(new PostgresDialect(15).fits(text, Schema.EMPTY, number, Schema.EMPTY))
                .isEmpty();
    }
}
