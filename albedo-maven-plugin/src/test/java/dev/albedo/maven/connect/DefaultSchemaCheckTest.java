package dev.albedo.maven.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.run.ConnectionSource;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultSchemaCheckTest {

    @Test
    void refusesAnotherCurrentSchemaAndLeavesNoConnectionOpen() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            List<Connection> opened = new ArrayList<>();
            ConnectionSource connections = () -> {
                opened.add(database.connect());
                return opened.get(opened.size() - 1);
            };

            assertThatThrownBy(() -> DefaultSchemaCheck.of(connections, "shop", "jdbc:postgresql://db/shop")
                            .open())
                    .isInstanceOf(SetupException.class)
                    .hasMessage(
                            "albedo.defaultSchema is shop, but the current schema of the connection to"
                                    + " jdbc:postgresql://db/shop is public, so migrations would change another schema. Add"
                                    + " currentSchema=shop to the URL, or set the search_path of the role; the schema must exist");
            assertThat(opened)
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.isClosed()).isTrue());

            try (Connection connection =
                    DefaultSchemaCheck.of(connections, "public", "").open()) {
                assertThat(connection.isClosed()).isFalse();
            }
        }
    }

    @Test
    void takesTheSchemaThatTheUrlNamesOnceItExists() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            ConnectionSource connections = DefaultSchemaCheck.of(
                    () -> DriverManager.getConnection(database.url() + "&currentSchema=shop"), "shop", "the test");
            assertThatThrownBy(connections::open)
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("the current schema of the connection to the test is none");

            database.execute("create schema shop");

            try (Connection connection = connections.open()) {
                assertThat(connection.getSchema()).isEqualTo("shop");
            }
        }
    }
}
