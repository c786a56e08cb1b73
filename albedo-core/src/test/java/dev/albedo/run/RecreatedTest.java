package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.DependentDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs and scripts of a change of a column that a view uses, of which the migration says nothing. */
class RecreatedTest {

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "create schema shop",
                "create table shop.customer (id int, email varchar(50))",
                "insert into shop.customer values (1, 'a'), (2, null)",
                "create view shop.active as select id, email from shop.customer where email is not null");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static TestMigrations migrations() {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.alterColumn(
                                "shop.customer",
                                column("email", varchar(50)).nullable(),
                                column("email", text()).nullable()),
                        op -> op.alterColumn(
                                "shop.customer",
                                column("email", text()).nullable(),
                                column("email", varchar(50)).nullable()));
    }

    private Migrator migrator() {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations(), RunSettings.DEFAULT, RunListener.NONE);
    }

    private List<String> dump() throws SQLException {
        try (Connection connection = database.connect()) {
            return DependentDump.of(connection).stream()
                    .filter(line -> !line.contains("albedo_history"))
                    .toList();
        }
    }

    private String type() throws SQLException {
        return database.query("select format_type(atttypid, atttypmod) from pg_attribute where attname = 'email' and"
                        + " attrelid = 'shop.active'::regclass")
                .get(0);
    }

    @Test
    void aRunAndItsScriptDoTheSame() throws SQLException {
        List<String> before = dump();
        Script script =
                new Script(new PostgresDialect(18), migrations(), QualifiedName.of("albedo_history"), false, false);

        migrator().migrate("head");
        assertThat(type()).isEqualTo("text");
        List<String> after = dump();
        migrator().rollback(1);
        assertThat(dump()).isEqualTo(before);

        ScriptTest.run(database, script.up("base", "head").text());
        assertThat(dump()).isEqualTo(after);
        ScriptTest.run(database, script.down("head", "base").text());
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aViewOfAnotherRoleIsRefusedAndNothingIsChanged() throws SQLException {
        database.execute(
                "create role recreated_app",
                "create role recreated_dba",
                "grant all on schema shop, public to recreated_app, recreated_dba",
                "alter table shop.customer owner to recreated_app",
                "alter view shop.active owner to recreated_dba");
        List<String> before = dump();
        Migrator migrator = new Migrator(
                () -> {
                    Connection connection = database.connect();
                    connection.createStatement().execute("set role recreated_app");
                    return connection;
                },
                migrations(),
                RunSettings.DEFAULT,
                RunListener.NONE);

        assertThatThrownBy(() -> migrator.migrate("head"))
                .hasMessageContaining(
                        "cannot change shop.customer.email, because view shop.active depends on it and cannot be"
                                + " recreated: it belongs to role recreated_dba, of which role recreated_app is no member")
                .message()
                .doesNotContain("pg_depend");

        assertThat(dump()).isEqualTo(before);
    }
}
