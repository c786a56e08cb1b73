package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.enumType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.operation.Operation;
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

class FittingTest {

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(4,0)",
            "numeric(6,2)",
            "numeric(3,5)",
            "double precision",
            "real",
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

    private static final PostgresDialect DIALECT = new PostgresDialect(18);

    /** For every pair of types and every value: the condition is false exactly if the server refuses the change. */
    @Test
    void agreesWithTheServerOnEveryValue() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION pg_temp.works(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
                    BEGIN
                        EXECUTE statement;
                        RAISE SQLSTATE 'WORKS';
                    EXCEPTION
                        WHEN SQLSTATE 'WORKS' THEN RETURN true;
                        WHEN OTHERS THEN RETURN false;
                    END $$""");
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
                        Column before = column("c", PostgresTypes.parse(from));
                        Column after = column("c", PostgresTypes.parse(to));
                        Optional<String> condition = DIALECT.fits(before, Schema.EMPTY, after, Schema.EMPTY);
                        boolean fits =
                                condition.isEmpty() || answer(statement, "SELECT " + condition.get() + " FROM t");
                        boolean accepted = from.equals(to) || answer(statement, works(alter(before, after)));
                        refused += accepted ? 0 : 1;
                        boolean nothingIsAsked = condition.isEmpty() && !accepted;
                        if (fits != accepted && !nothingIsAsked && !isStricter(value)) {
                            wrong.add(from + " " + value + " to " + to + (accepted ? " works" : " fails") + " and not "
                                    + condition.orElse("always"));
                        }
                    }
                    statement.execute("TRUNCATE t");
                }
                statement.execute("DROP TABLE t");
            }
            assertThat(wrong).isEmpty();
            assertThat(refused).isGreaterThan(500);
        }
    }

    private static String works(String sql) {
        return "SELECT pg_temp.works(" + Names.literal(sql) + ")";
    }

    private static boolean answer(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Blanks at the end are cut off without an error; that is asked about all the same. */
    private static boolean isStricter(String value) {
        return value.endsWith(" ");
    }

    private static String alter(Column before, Column after) {
        return DIALECT.statements(new Operation.AlterColumn(QualifiedName.of("t"), before, after, null))
                .get(0)
                .sql();
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
