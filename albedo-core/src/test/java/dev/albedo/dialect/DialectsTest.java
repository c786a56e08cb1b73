package dev.albedo.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DialectsTest {

    @Test
    void findsTheDialectOfAConnection() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            assertThat(Dialects.of(connection)).isInstanceOf(PostgresDialect.class);
        }
    }

    @Test
    void takesTheOlderVersionOfServerAndMigrations() throws SQLException {
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            Dialect newer = new PostgresDialect(server + 1);
            assertThat(((PostgresDialect) Dialects.older(newer, connection)).majorVersion())
                    .isEqualTo(server);
            Dialect older = new PostgresDialect(server - 1);
            assertThat(Dialects.older(older, connection)).isSameAs(older);
        }
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Dialects.of("H2", 2))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("Albedo does not know the database H2; it works with PostgreSQL 13 and newer");
        assertThatThrownBy(() -> Dialects.of("PostgreSQL", 12))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessage("the server is PostgreSQL 12, which is too old for Albedo; upgrade it to 13 or newer");
        assertThat(Dialects.of("PostgreSQL", 13)).isInstanceOf(PostgresDialect.class);
    }
}
