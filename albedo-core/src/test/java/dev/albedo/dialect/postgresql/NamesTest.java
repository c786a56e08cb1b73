package dev.albedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void quotesWhatTheServerQuotes() throws SQLException {
        String names = """
                SELECT word FROM pg_get_keywords()
                UNION SELECT upper(word) FROM pg_get_keywords()
                UNION SELECT typname FROM pg_type
                UNION VALUES ('a b'), ('a"b'), ('"'), ('ä'), ('1a'), ('a1'), ('_'), ('a$b'), ('a.b'), ('camelCase'), (''''), (E'\\\\')\
                """;
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT word, quote_ident(word) FROM (" + names + ") w")) {
            int count = 0;
            while (row.next()) {
                assertThat(Names.identifier(row.getString(1))).isEqualTo(row.getString(2));
                count++;
            }
            assertThat(count).isGreaterThan(1000);
        }
    }

    @Test
    void quotesPartsOfANameOneByOne() {
        assertThat(Names.name(new QualifiedName("My Shop", "order"))).isEqualTo("\"My Shop\".\"order\"");
        assertThat(Names.name(QualifiedName.of("a.b"))).isEqualTo("\"a.b\"");
    }

    @Test
    void literalsSurvive() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            for (String setting : new String[] {"on", "off"}) {
                connection.createStatement().execute("SET standard_conforming_strings = " + setting);
                for (String text : new String[] {"", "it's", "a\\b", "\\'", "ü\n\t$1 ? $$", "''"}) {
                    String literal = Names.literal(text);
                    try (ResultSet row = connection.createStatement().executeQuery("SELECT " + literal)) {
                        row.next();
                        assertThat(row.getString(1)).as(literal).isEqualTo(text);
                    }
                }
            }
        }
    }

    @Test
    void dollarQuotesSurviveDollars() {
        assertThat(Names.dollarQuoted("a")).isEqualTo("$albedo$a$albedo$");
        assertThat(Names.dollarQuoted("$albedo$ $albedo1$")).isEqualTo("$albedo2$$albedo$ $albedo1$$albedo2$");
    }
}
