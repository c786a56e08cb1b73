package dev.albedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schema that a migration creates and that may be there already, both ways. Each test is one transaction. */
class SchemaSqlTest {

    private static final Operation CREATE = new Operation.CreateSchema("My shop");

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        database = TestDatabases.create();
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "none";
        }
    }

    private String comment() throws SQLException {
        return text("select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'My shop'");
    }

    private void run(Operation operation) throws SQLException {
        for (Statement statement : new PostgresDialect(18).statements(operation)) {
            execute(statement.sql());
        }
    }

    @Test
    void createsAndDropsItsOwn() throws SQLException {
        run(CREATE);
        assertThat(comment()).isEqualTo("null");

        run(CREATE.reverse());
        assertThat(comment()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null", "for the shop"})
    void anEmptySchemaOfTheSameRoleIsUsedAndStays(String comment) throws Exception {
        execute("create schema \"My shop\"");
        execute("comment on schema \"My shop\" is " + (comment == null ? "null" : "'" + comment + "'"));
        String before = CatalogDump.everything().of(connection);

        run(CREATE);
        assertThat(comment())
                .isEqualTo((comment == null ? "" : comment + " ") + "[albedo: existed before, kept by rollback]");
        execute("create table \"My shop\".t (id int)");
        execute("drop table \"My shop\".t");
        run(CREATE.reverse());

        assertThat(comment()).isEqualTo(String.valueOf(comment));
        assertThat(CatalogDump.everything().of(connection)).isEqualTo(before);
        run(CREATE);
        run(CREATE.reverse());
        assertThat(comment()).isEqualTo(String.valueOf(comment));
    }

    @Test
    void anEmptySchemaOfAnAdministratorIsUsedWithoutTheRightToCreateOneAndStays() throws SQLException {
        String role = "albedo_test_app_" + ProcessHandle.current().pid();
        execute("create schema \"My shop\"");
        execute("create role " + role);
        execute("grant usage, create on schema \"My shop\" to " + role);
        execute("set local role " + role);

        run(CREATE);
        execute("create table \"My shop\".t (id int)");
        execute("drop table \"My shop\".t");
        run(CREATE.reverse());

        assertThat(comment()).isEqualTo("null");
        assertThatThrownBy(() -> run(new Operation.CreateSchema("another")))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void aSchemaWithTheHistoryAloneCountsAsEmpty() throws SQLException {
        execute("create schema \"My shop\"");
        execute("create table \"My shop\".albedo_history (revision text primary key)");

        run(CREATE);

        assertThat(comment()).startsWith("[albedo: existed before");
    }

    @ParameterizedTest
    @CsvSource({
        "table \"My shop\".t ()",
        "view \"My shop\".v as select 1",
        "sequence \"My shop\".s",
        "type \"My shop\".p as enum ()"
    })
    void aSchemaWithObjectsIsRefused(String object) throws SQLException {
        execute("create schema \"My shop\"");
        execute("create " + object);

        assertThatThrownBy(() -> run(CREATE))
                .hasMessageStartingWith("ERROR: schema \"My shop\" already exists and contains objects\n"
                        + "  Hint: Remove createSchema from the migration if its objects belong into that schema.");
    }
}
