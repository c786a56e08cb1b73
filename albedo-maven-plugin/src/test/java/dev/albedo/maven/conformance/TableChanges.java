package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.List;

/** Tables, their schemas and comments. */
final class TableChanges {

    private TableChanges() {}

    private static Table child(String name, String parent) {
        return table(
                name,
                column("id", bigint()),
                column("parent_id", bigint()).nullable(),
                primaryKey(null, "id"),
                foreignKey(null, "parent_id").references(parent, "id"));
    }

    static List<Change> all() {
        Table customer = table(
                "customer",
                column("id", bigint()).identity(byDefault()),
                column("email", varchar(255)),
                column("age", integer()).nullable().defaultTo("0"),
                primaryKey(null, "id"),
                unique(null, "email"),
                check(null, "age >= 0"),
                index(null, "age"));
        return List.of(
                Change.of("a table is added").to(customer).does("create table customer"),
                Change.of("a table is dropped")
                        .from(customer)
                        .with("insert into customer (email) values ('a')")
                        .does("drop table customer"),
                Change.of("parents are created before children, whatever their names")
                        .to(
                                child("a", "b"),
                                child("b", "c"),
                                table("c", column("id", bigint()), primaryKey(null, "id")))
                        .does("create table c", "create table b", "create table a"),
                Change.of("tables that reference each other and themselves are added")
                        .to(child("a", "b"), child("b", "a"), child("c", "c"))
                        .does(
                                "create table c",
                                "create table a",
                                "create table b",
                                "add foreign key (parent_id) to b (id) on a (fk_a_parent_id)"),
                Change.of("tables that reference each other are dropped")
                        .from(child("a", "b"), child("b", "a"))
                        .with(
                                "insert into a values (1, null)",
                                "insert into b values (1, 1)",
                                "update a set parent_id = 1")
                        .does(
                                "drop foreign key (parent_id) to b (id) on a (fk_a_parent_id)",
                                "drop table b",
                                "drop table a"),
                Change.of("a schema is added and dropped alone").to("sales").does("create schema sales"),
                Change.of("a table in a schema of its own is added")
                        .to(customer.named(QualifiedName.parse("sales.customer")))
                        .does("create schema sales", "create table sales.customer"),
                Change.of("tables of one name in two schemas are not mixed up")
                        .from(customer, customer.named(QualifiedName.parse("sales.customer")))
                        .to(
                                customer,
                                customer.named(QualifiedName.parse("sales.customer"))
                                        .with(column("town", text()).nullable()))
                        .does("add column sales.customer.town text"),
                Change.of("a table moves to another schema, which is a new one and an old one")
                        .from("sales", table("t", column("id", bigint()), primaryKey(null, "id")))
                        .to(table("sales.t", column("id", bigint()), primaryKey(null, "id")))
                        .does("create table sales.t", "drop table t"),
                Change.of("a table's comment is added")
                        .from(customer)
                        .to(customer.comment("it's \"us\""))
                        .does("set the comment of table customer"),
                Change.of("a table's comment is changed in another schema")
                        .from(customer.named(QualifiedName.parse("sales.customer"))
                                .comment("old"))
                        .to(customer.named(QualifiedName.parse("sales.customer"))
                                .comment(" new "))
                        .does("set the comment of table sales.customer"),
                Change.of("a table's comment is removed")
                        .from(customer.comment("old"))
                        .to(customer)
                        .does("remove the comment of table customer"),
                Change.of("names need quotes everywhere")
                        .to(
                                enumType("Mood", "a b", "it's"),
                                sequence("Next One"),
                                table("order", column("Id", bigint()), primaryKey("The Key", "Id")),
                                table(
                                                "\"A \"\"quoted\"\" name.with dot\"",
                                                column("select", named("Mood")).defaultTo("'it''s'"),
                                                column("Upper", bigint()).comment("c"),
                                                column("sum", integer()).generatedAs("length(\"Plain\")"),
                                                column("Plain", text()).collate("C"),
                                                unique(null, "select", "Upper"),
                                                check(null, "\"Upper\" > 0"),
                                                index(null, expression("lower(\"Plain\")"), desc("Upper")),
                                                foreignKey(null, "Upper").references("order", "Id"))
                                        .comment("t"))
                        .does(
                                "create enum type Mood [a b, it's]",
                                "create sequence Next One",
                                "create table order",
                                "create table \"A \"\"quoted\"\" name.with dot\""));
    }
}
