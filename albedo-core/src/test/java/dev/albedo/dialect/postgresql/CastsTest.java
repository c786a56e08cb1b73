package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.SqlType;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastsTest {

    private static final List<String> TYPES = List.of(
            ("smallint integer bigint real double_precision numeric boolean char(3) varchar(9) varchar text bytea date"
                            + " time timetz timestamp(3) timestamptz interval interval_day bit(3) varbit uuid json"
                            + " jsonb xml money inet cidr oid point box circle tsvector"
                            + " int4range integer[] text[] bigint[] mood mood[] adult")
                    .split(" "));

    /** All pairs: the server has an assignment cast exactly if we say so, and takes what we say otherwise. */
    @Test
    void agreesWithTheServerOnEveryPair() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE mood AS ENUM ('a'); CREATE DOMAIN adult AS integer CHECK (VALUE > 17)");
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
            for (SqlType from : types()) {
                statement.execute("CREATE TABLE t (c " + Names.type(from) + ")");
                for (SqlType to : types()) {
                    if (alters(statement, to, "") != assignable(from, to)) {
                        wrong.add(from + " to " + to);
                    }
                    String using = Casts.using("c", from, to);
                    if (!alters(statement, to, using == null ? "" : " USING " + using)) {
                        wrong.add(from + " to " + to + " by " + using);
                    }
                }
                statement.execute("DROP TABLE t");
            }
            assertThat(wrong).isEmpty();
        }
    }

    /** Values of each kind of type, small ones, because long rows of digits could be read as many things. */
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("integer", List.of("0", "1", "42")),
            Map.entry("numeric", List.of("0", "1", "12.5", "101")),
            Map.entry("money", List.of("1", "12.5")),
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("bytea", List.of("\\x31", "a", "")),
            Map.entry("date", List.of("2020-01-02")),
            Map.entry("time", List.of("10:00", "23:59:59.5")),
            Map.entry("timestamp", List.of("2020-01-02 10:00")),
            Map.entry("interval", List.of("10:00", "1 day", "00:00:05")),
            Map.entry("bit(1)", List.of("0", "1")),
            Map.entry("varbit", List.of("1", "101")),
            Map.entry("uuid", List.of("12345678-1234-1234-1234-123456789012")),
            Map.entry("json", List.of("1", "true", "\"x\"", "{}", "null")),
            Map.entry("jsonb", List.of("1", "true", "\"x\"", "{}", "null")),
            Map.entry("inet", List.of("10.0.0.1", "::1")));

    /** Of what is proposed some value can be converted, of what is not proposed none. */
    @Test
    void proposesWhatWorksForSomeValue() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> wrong = new ArrayList<>();
            for (String one : SAMPLES.keySet()) {
                for (String other : SAMPLES.keySet()) {
                    SqlType from = PostgresTypes.parse(one);
                    SqlType to = PostgresTypes.parse(other);
                    if (Convertible.is(from, to) != isSomeConverted(statement, from, to)) {
                        wrong.add(from + " to " + to);
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean isSomeConverted(Statement statement, SqlType from, SqlType to) throws SQLException {
        for (String value : SAMPLES.getOrDefault(from.toString(), List.of())) {
            statement.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c " + Names.type(from) + ")");
            statement.execute("INSERT INTO t VALUES (" + Names.literal(value) + ")");
            String using = Casts.using("c", from, to);
            try {
                statement.execute("ALTER TABLE t ALTER c TYPE " + Names.type(to)
                        + (using == null ? "" : " USING " + using.replace(Dialect.UNKNOWN_ZONE, "'UTC'")));
                return true;
            } catch (SQLException e) {
                assertThat(e.getSQLState())
                        .as("%s as %s: %s", value, to, e.getMessage())
                        .startsWith("22");
            }
        }
        return false;
    }

    private static List<SqlType> types() {
        return TYPES.stream()
                .map(name -> PostgresTypes.parse(name.replace("_", " ")))
                .toList();
    }

    /** A domain is its base type to the server, which we cannot know; then the detour does no harm. */
    private static boolean assignable(SqlType from, SqlType to) {
        SqlType base = from.equals(named("adult")) ? integer() : from;
        return Casts.isAssignable(base, to.equals(named("adult")) ? integer() : to);
    }

    private static boolean alters(Statement statement, SqlType to, String using) throws SQLException {
        String alter = "ALTER TABLE t ALTER c TYPE " + Names.type(to) + using;
        try (ResultSet row = statement.executeQuery("SELECT pg_temp.works(" + Names.literal(alter) + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void refusesWhatDoesNotFitInsteadOfCuttingIt() {
        assertThat(Casts.using("c", text(), varchar(3))).isNull();
        assertThat(Casts.using("c", type("numeric", 10, 2), type("numeric", 5, 0)))
                .isNull();
    }

    @Test
    void takesTheShortestWayThatKeepsTheMeaning() throws SQLException {
        assertThat(Casts.using("Order", text(), integer())).isEqualTo("\"Order\"::text::integer");
        assertThat(Casts.using("c", integer(), type("boolean"))).isEqualTo("c::boolean");
        assertThat(Casts.using("c", type("boolean"), type("numeric", 3, 0))).isEqualTo("c::integer::numeric(3,0)");
        assertThat(Casts.using("c", array(text()), array(named("mood")))).isEqualTo("c::text[]::mood[]");

        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (c text); INSERT INTO t VALUES ('a\\b ü'), (NULL)");
            SqlType at = text();
            for (SqlType next : List.of(type("bytea"), type("oid"), text(), type("oid"), type("bytea"), text())) {
                statement.execute("ALTER TABLE t ALTER c TYPE " + next + " USING " + Casts.using("c", at, next));
                at = next;
            }
            try (ResultSet row = statement.executeQuery("SELECT c FROM t WHERE c IS NOT NULL")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("a\\b ü");
            }
        }
    }
}
