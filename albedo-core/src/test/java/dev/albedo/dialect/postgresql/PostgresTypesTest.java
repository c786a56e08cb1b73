package dev.albedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.schema.SqlType;
import dev.albedo.schema.Types;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresTypesTest {

    /** Spellings, and the one that is the answer. All can be sent to the server, which must agree that they are one. */
    static Stream<String> spellings() {
        return """
                smallint = int2 = SMALLINT = pg_catalog.int2 = "int2"
                integer = int = int4 = Integer = pg_catalog."int4"
                bigint = int8
                real = float4 = float(1) = float(24)
                double precision = float8 = float = float(25) = float(53) = DOUBLE  PRECISION
                numeric = decimal = dec
                numeric(10, 0) = numeric(10) = decimal(10) = dec(10,0)
                numeric(10, 2) = decimal( 10 , 2 )
                numeric(10, -2) = numeric(10,-2)
                boolean = bool
                char(1) = char = character = character(1) = bpchar(1) = nchar = national character = national char
                char(12) = character(12) = bpchar(12) = NATIONAL CHAR(12)
                bpchar = pg_catalog.bpchar
                varchar = character varying = national character varying
                varchar(255) = character varying(255) = char varying(255) = nchar varying(255)
                bit(1) = bit = bit(1)
                bit(8) = BIT(8)
                varbit = bit varying
                varbit(3) = bit varying(3)
                time = time without time zone
                time(3) = time(3) without time zone
                timetz = time with time zone
                timetz(3) = time(3) with time zone
                timestamp = timestamp without time zone
                timestamp(6) = timestamp (6) without time zone
                timestamptz = timestamp with time zone
                timestamptz(6) = timestamp(6) with time zone
                timestamptz(6) = timestamp(9) with time zone
                timestamp(6) = timestamp (10) without time zone
                time(6) = time(7)
                timetz(6)[] = time(9) with time zone[]
                interval(6) = interval(9)
                interval second(6) = interval second(7)
                interval = INTERVAL
                interval(3) = interval (3)
                interval year to month = interval  year  to month
                interval day to second(3) = interval day to second (3)
                interval second(6) = interval second (6)
                integer[] = int[] = int4[3][4] = integer array = integer array[7] = _int4 = pg_catalog._int4
                varchar(20)[] = character varying(20)[] = varchar(20) array
                timestamptz(3)[] = timestamp(3) with time zone[]
                jsonb = JSONB
                """.lines();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void readsAllSpellingsAsOne(String line) {
        String[] spellings = line.split(" = ");

        assertThat(spellings)
                .allSatisfy(spelling -> assertThat(PostgresTypes.parse(spelling))
                        .hasToString(spellings[0])
                        .isEqualTo(PostgresTypes.parse(spellings[0])));
    }

    @Test
    void agreesWithTheServerOnEachSpelling() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String line : spellings().toList()) {
                String[] spellings = line.split(" = ");
                for (String spelling : spellings) {
                    statement.execute("CREATE TEMP TABLE t (c " + spelling + ")");
                    assertThat(printed(statement, "FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'c'"))
                            .as(spelling)
                            .extracting(PostgresTypes::parse)
                            .hasToString("[" + spellings[0] + "]");
                    statement.execute("DROP TABLE t");
                }
            }
        }
    }

    @Test
    void knowsEveryBuiltInTypeByBothItsNames() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT format_type(t.oid, NULL), format_type(t.typarray, NULL), typname, '_' || typname
                        FROM pg_type t WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm')
                            AND typarray <> 0 AND typname <> 'char'\
                        """)) {
            while (row.next()) {
                SqlType type = PostgresTypes.parse(row.getString(1));
                assertThat(type).as(row.getString(1)).isInstanceOf(SqlType.Simple.class);
                String catalogName = row.getString(3);
                if (!Set.of("bit", "bpchar", "interval").contains(catalogName)) {
                    assertThat(PostgresTypes.parse("pg_catalog." + catalogName)).isEqualTo(type);
                    assertThat(PostgresTypes.parse('"' + catalogName + '"')).isEqualTo(type);
                    assertThat(PostgresTypes.parse(row.getString(2))).isEqualTo(Types.array(type));
                    assertThat(PostgresTypes.parse(row.getString(4))).isEqualTo(Types.array(type));
                }
            }
        }
    }

    private static List<String> printed(Statement statement, String from) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT format_type(atttypid, atttypmod) " + from)) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mood | mood",
                "Mood | mood",
                "\"Mood\" | Mood",
                "shop.mood | shop.mood",
                "\"My Shop\".\"a.b\" | My Shop.\"a.b\"",
                "citext | citext",
                "\"char\" | char",
            })
    void readsTypesThatSomebodyCreated(String text, String name) {
        assertThat(PostgresTypes.parse(text)).isEqualTo(Types.named(name));
        assertThat(PostgresTypes.parse(text + "[]")).isEqualTo(Types.array(Types.named(name)));
    }

    @Test
    void keepsArgumentsOfTypesOfExtensions() {
        assertThat(PostgresTypes.parse("vector(3)")).isEqualTo(Types.type("vector", 3));
        assertThat(PostgresTypes.parse("geometry(Point,4326)")).isEqualTo(Types.type("geometry", "Point", 4326));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "serial | is no type but a column of type integer with a sequence",
                "varchar(255) not null | \"not null\" is left over",
                "varchar(255 | an unclosed parenthesis",
                "timestamp with time zone(6) | its arguments are not where PostgreSQL wants them",
                "double zone | PostgreSQL has no type double zone",
                "float(54) | the precision of float is 1 to 53",
                "interval year to second | PostgreSQL has no type interval year to second",
                "interval year(3) | only seconds of an interval have digits",
                "extensions.vector(3) | a type of a named schema cannot have arguments",
                "integer[ | an unclosed bracket",
                "'a' | it does not start with the name of a type",
                "varchar('a') | not an argument of a type: 'a'",
            })
    void refusesWhatIsNoType(String text, String reason) {
        assertThatThrownBy(() -> PostgresTypes.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith('"' + text + '"')
                .hasMessageContaining(reason);
    }
}
