package dev.albedo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabasesTest {

    @Test
    void aNewDatabaseIsEmptyAndAlone() throws SQLException {
        try (TestDatabase first = TestDatabases.create();
                TestDatabase second = TestDatabases.create()) {
            first.execute("CREATE TABLE t (id bigint)");

            assertThat(CatalogDump.everything().of(first)).contains("table public.t");
            assertThat(CatalogDump.everything().of(second)).isEqualTo("schema public");
        }
    }

    @Test
    void aServerThatWasKilledComesBackWithWhatWasCommitted() throws Exception {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            database.execute("CREATE TABLE committed (id bigint)");
            Connection open = database.connect();
            open.setAutoCommit(false);
            open.createStatement().execute("CREATE TABLE uncommitted (id bigint)");

            server.kill();
            assertThatThrownBy(open::commit).isInstanceOf(SQLException.class);
            assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
            server.restart();

            assertThat(CatalogDump.everything().of(database))
                    .contains("table public.committed")
                    .doesNotContain("uncommitted");
        }
    }
}
