package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Operations;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A missing right is said with the role that lacks it, the object, and the statement that gives it; given, the run works. */
class MissingRightsTest {

    private TestDatabase database;
    private String role;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        role = "Worker_" + database.name();
        database.execute(
                "create role \"" + role + "\" login",
                "grant usage, create on schema public to \"" + role + "\"",
                "create schema shop",
                "create table shop.customer (id int primary key, email varchar(9))",
                "create table orders (id int primary key, email varchar(9))",
                "grant usage on schema shop to \"" + role + "\"");
    }

    @AfterEach
    void drop() throws SQLException {
        database.execute("drop owned by \"" + role + "\" cascade", "drop role \"" + role + "\"");
        database.close();
    }

    private void lacks(Consumer<Operations> up, String sentence, String... given) throws SQLException {
        TestMigrations migrations = new TestMigrations().add("aaa1", up, op -> {});
        String url = database.url().replace("user=postgres", "user=" + role);
        Migrator migrator =
                new Migrator(() -> DriverManager.getConnection(url), migrations, RunSettings.DEFAULT, RunListener.NONE);
        assertThatThrownBy(() -> migrator.migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("\n" + sentence + "\n");
        database.execute(given);
        assertThat(migrator.migrate("head")).hasSize(1);
    }

    private String sql(String statement) {
        return statement + " \"" + role + "\"";
    }

    @Test
    void createOnASchema() throws SQLException {
        String grant = sql("grant usage, create on schema shop to");
        lacks(
                op -> op.createTable("shop.invoice", column("id", integer())),
                "role " + role + " lacks the right usage, create on schema shop: let its owner run \"" + grant + "\"",
                grant);
    }

    @Test
    void createOnTheDatabase() throws SQLException {
        String grant = sql("grant create on database " + database.name() + " to");
        lacks(
                op -> op.createSchema("other"),
                "role " + role + " lacks the right create on database " + database.name() + ": let its owner run \""
                        + grant + "\"",
                grant);
    }

    @Test
    void ownershipOfATable() throws SQLException {
        String owner = sql("alter table shop.customer owner to");
        lacks(
                op -> op.addColumn("shop.customer", column("n", integer()).nullable()),
                "role " + role + " must own table customer: connect as its owner, or let the owner run \"" + owner
                        + "\"",
                owner);
    }

    @Test
    void readingATable() throws SQLException {
        String grant = sql("grant select on table shop.customer to");
        lacks(
                op -> op.apply(new Operation.Expect(
                        QualifiedName.parse("shop.customer"), new Constraint.Check(null, "email is not null"))),
                "role " + role + " lacks the right select on table customer: let its owner run \"" + grant + "\"",
                grant);
    }

    @Test
    void referringToATable() throws SQLException {
        String grant = sql("grant references on table orders to");
        lacks(
                op -> op.createTable(
                        "invoice",
                        column("order_id", integer()),
                        foreignKey("fk_order", "order_id").references("orders", "id")),
                "role " + role + " lacks the right references on table orders: let its owner run \"" + grant + "\"",
                grant);
    }
}
