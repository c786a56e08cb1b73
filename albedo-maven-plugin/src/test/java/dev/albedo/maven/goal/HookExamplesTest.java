package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.example.KeepTables;
import dev.albedo.maven.example.TextIsVarchar;
import dev.albedo.maven.example.ViewOfOrders;
import dev.albedo.maven.goal.plan.HookFixture;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import org.junit.jupiter.api.Test;

/** The hooks of the examples, from a plan to a rollback. */
class HookExamplesTest extends HookFixture {

    private static final Table ORDERS =
            table("orders", column("id", integer()), column("amount", integer()), primaryKey("pk_orders", "id"));

    @Test
    void noTableIsDropped() throws Exception {
        database.execute(
                "create table legacy_log (id int)",
                "create table unused (id int constraint pk_unused primary key)",
                "create index ix_unused on unused (id)");

        String source = walked(Schema.of(ORDERS), new KeepTables());

        assertThat(source)
                .contains("op.createTable(")
                .doesNotContain("legacy_log")
                .doesNotContain("unused");
        assertThat(query("select tablename from pg_tables where schemaname = 'public' order by 1"))
                .containsExactly("albedo_history", "albedo_history_log", "legacy_log", "orders", "unused");
        assertThat(said.lines())
                .containsExactly("No difference: the database matches the model, so nothing was written");
    }

    @Test
    void textAndVarcharAreTheSame() throws Exception {
        database.execute(
                "create table customer (id int constraint pk_customer primary key, mail varchar(255) default 'x',"
                        + " note text not null, name varchar(50))");
        Schema model = Schema.of(table(
                "customer",
                column("id", integer()),
                column("mail", text()).defaultTo("'x'"),
                column("note", varchar(255)),
                column("name", varchar(100)).nullable(),
                primaryKey("pk_customer", "id")));

        String source = walked(model, new TextIsVarchar());

        // What else is to be changed is changed, of the type that the database has.
        assertThat(source.lines().filter(line -> line.contains("op.") && !line.contains("import")))
                .map(String::strip)
                .containsExactly(
                        "op.backfill(\"customer\", \"mail\", \"'x'\");",
                        "op.alterColumn(\"customer\", column(\"mail\", varchar(255)).nullable().defaultTo(\"'x'\"),"
                                + " column(\"mail\", varchar(255)).defaultTo(\"'x'\"));",
                        "op.alterColumn(\"customer\", column(\"name\", varchar(50)).nullable(), column(\"name\","
                                + " varchar(100)).nullable());",
                        "op.expect(\"customer\", \"char_length(name) <= 50\");",
                        "op.alterColumn(\"customer\", column(\"name\", varchar(100)).nullable(), column(\"name\","
                                + " varchar(50)).nullable());",
                        "op.alterColumn(\"customer\", column(\"mail\", varchar(255)).defaultTo(\"'x'\"),"
                                + " column(\"mail\", varchar(255)).nullable().defaultTo(\"'x'\"));");
        assertThat(query("select data_type from information_schema.columns where table_name = 'customer'"
                        + " order by ordinal_position"))
                .containsExactly("integer", "character varying", "text", "character varying");
    }

    @Test
    void aTableBringsItsView() throws Exception {
        String source = walked(Schema.of(ORDERS), new ViewOfOrders());

        assertThat(source)
                .contains("op.apply(new CreateView(\"big_orders\", \"SELECT id FROM orders WHERE amount > 1000\"));")
                .contains("op.apply(new CreateView.DropView(\"big_orders\","
                        + " \"SELECT id FROM orders WHERE amount > 1000\"));");
        assertThat(source.indexOf("new CreateView.DropView")).isLessThan(source.indexOf("op.dropTable(\"orders\")"));
        assertThat(query("select viewname from pg_views where schemaname = 'public'"))
                .containsExactly("big_orders");
    }
}
