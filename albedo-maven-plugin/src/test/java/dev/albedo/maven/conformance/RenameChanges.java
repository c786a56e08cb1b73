package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.List;

/** Renames that the user says, and what follows them. */
final class RenameChanges {

    private RenameChanges() {}

    private static Table customer(String name, String column) {
        return table(
                name,
                column("id", bigint()).identity(byDefault()),
                column(column, varchar(50)),
                column("len", integer()).nullable().generatedAs("length(" + column + ")"),
                primaryKey("customer_pk", "id"),
                unique("customer_uq", column),
                check("customer_ck", column + " <> ''"),
                index("customer_ix", expression("lower(" + column + ")")).where(column + " is not null"));
    }

    /** A type and what uses it, in types and in texts. */
    private static Object[] mooded(String type) {
        return new Object[] {
            enumType(type, "NEW", "GONE").comment("how it is"),
            table(
                    "customer",
                    column("status", named(type)).defaultTo("'NEW'"),
                    column("past", array(named(type))).nullable(),
                    column("note", text()).defaultTo("'NEW'::" + type + "::text"),
                    check("ck", "status <> 'NEW'::" + type + " or note <> 'mood'"),
                    index("ix", "note").where("status = 'GONE'::" + type))
        };
    }

    /** One with a structure of its own. */
    private static Table customer2(String name, String column) {
        return table(name, column("no", integer()), column(column, varchar(50)), primaryKey("second_pk", "no"));
    }

    private static Table orders(String target) {
        return table(
                "orders",
                column("customer_id", bigint()),
                foreignKey("orders_fk", "customer_id").references(target, "id"));
    }

    static List<Change> all() {
        Table plain = table("a", column("x", integer()), column("y", integer()));
        return List.of(
                Change.of("a table is renamed with all that is on it and references it")
                        .from(customer("customer", "email"), orders("customer"))
                        .to(customer("client", "email"), orders("client"))
                        .renaming("customer->client")
                        .with("insert into customer (email) values ('a')", "insert into orders values (1)")
                        .does("rename table customer to client"),
                Change.of("a table in another schema is renamed")
                        .from(customer("sales.customer", "email"), orders("sales.customer"))
                        .to(customer("sales.client", "email"), orders("sales.client"))
                        .renaming("sales.customer->client")
                        .does("rename table sales.customer to client"),
                Change.of("a column is renamed with all that uses it")
                        .from(customer("customer", "email"))
                        .to(customer("customer", "mail"))
                        .renaming("customer.email->mail")
                        .with("insert into customer (email) values ('a')")
                        .does("rename column customer.email to mail"),
                Change.of("a table and its column are renamed, the column changes")
                        .from(plain)
                        .to(table("b", column("z", bigint()), column("y", integer())))
                        .renaming("a->b, b.x->z")
                        .with("insert into a values (1, 2)")
                        .does(
                                "rename table a to b",
                                "rename column b.x to z",
                                "alter column b.z: type integer -> bigint"),
                Change.of("names by the convention follow the table")
                        .from(plain.with(primaryKey(null, "x"))
                                .with(unique(null, "y"))
                                .with(index(null, "y", "x")))
                        .to(plain.named(QualifiedName.of("b"))
                                .with(primaryKey("pk_b", "x"))
                                .with(unique("uq_b_y", "y"))
                                .with(index("ix_b_y_x", "y", "x")))
                        .renaming("a->b")
                        .does(
                                "rename table a to b",
                                "rename constraint pk_a of b to pk_b",
                                "rename constraint uq_a_y of b to uq_b_y",
                                "rename index ix_a_y_x of b to ix_b_y_x"),
                Change.of("names that nobody chose stay when the table is renamed")
                        .from(plain.with(primaryKey(null, "x")).with(index(null, "y")))
                        .to(plain.named(QualifiedName.of("b"))
                                .with(primaryKey(null, "x"))
                                .with(index(null, "y")))
                        .renaming("a->b")
                        .does("rename table a to b"),
                Change.of("a sequence, a check and the references of others follow the table by their names")
                        .from(
                                table(
                                        "customer",
                                        column("id", bigint()),
                                        column("status", varchar(20)),
                                        primaryKey("pk_customer", "id"),
                                        check("ck_customer_status", "status in ('NEW', 'GONE')")),
                                table(
                                        "orders",
                                        column("customer_id", bigint()),
                                        foreignKey("fk_orders_customer", "customer_id")
                                                .references("customer", "id")),
                                sequence("customer_seq").incrementBy(50))
                        .to(
                                table(
                                        "client",
                                        column("id", bigint()),
                                        column("state", varchar(20)),
                                        primaryKey("pk_client", "id"),
                                        check("ck_client_state", "state in ('NEW', 'GONE')")),
                                table(
                                        "orders",
                                        column("client_id", bigint()),
                                        foreignKey("fk_orders_client", "client_id")
                                                .references("client", "id")),
                                sequence("client_seq").incrementBy(50))
                        .renaming("customer->client, client.status->state, orders.customer_id->client_id")
                        .with("insert into customer values (1, 'NEW')", "insert into orders values (1)")
                        .does(
                                "rename table customer to client",
                                "rename column client.status to state",
                                "rename constraint pk_customer of client to pk_client",
                                "rename constraint ck_customer_status of client to ck_client_state",
                                "rename column orders.customer_id to client_id",
                                "rename constraint fk_orders_customer of orders to fk_orders_client",
                                "rename sequence customer_seq to client_seq"),
                Change.of("a column keeps its values when its enum type gets another name with it")
                        .from(
                                enumType("customer_status", "NEW", "GONE"),
                                table(
                                        "customer",
                                        column("status", named("customer_status"))
                                                .defaultTo("'NEW'")))
                        .to(
                                enumType("client_status", "NEW", "GONE"),
                                table(
                                        "client",
                                        column("status", named("client_status")).defaultTo("'NEW'")))
                        .renaming("customer->client")
                        .with("insert into customer values ('GONE')")
                        .does(
                                "rename table customer to client",
                                "create enum type client_status [NEW, GONE]",
                                "alter column client.status: type customer_status -> client_status",
                                "drop enum type customer_status"),
                Change.of("an enum type is renamed with all that uses it")
                        .from(mooded("mood"))
                        .to(mooded("temper"))
                        .renaming("mood->temper")
                        .with("insert into customer values ('GONE', '{NEW}', 'x')")
                        .does("rename enum type mood to temper"),
                Change.of("an enum type in another schema is renamed and changes")
                        .from(
                                enumType("sales.mood", "NEW", "GONE"),
                                table(
                                        "sales.customer",
                                        column("status", named("sales.mood")).defaultTo("'NEW'")))
                        .to(
                                enumType("sales.temper", "NEW", "OLD", "GONE"),
                                table(
                                        "sales.customer",
                                        column("status", named("sales.temper")).defaultTo("'NEW'")))
                        .renaming("sales.mood->temper")
                        .with("insert into sales.customer values ('GONE')")
                        .does(
                                "rename enum type sales.mood to temper",
                                "alter enum type sales.temper from [NEW, GONE] to [NEW, OLD, GONE]"),
                Change.of("two columns follow each other")
                        .from(plain)
                        .to(table("a", column("y", integer()), column("z", integer())))
                        .renaming("a.x->y, a.y->z")
                        .with("insert into a values (1, 2)")
                        .does("rename column a.y to z", "rename column a.x to y"),
                Change.of("a table takes the name of another one that is renamed")
                        .from(plain, plain.named(QualifiedName.of("b")))
                        .to(plain.named(QualifiedName.of("b")), plain.named(QualifiedName.of("c")))
                        .renaming("a->b, b->c")
                        .does("rename table b to c", "rename table a to b"),
                Change.of("two columns exchange their names")
                        .from(customer("customer", "email").with(column("nick", varchar(50))))
                        .to(table(
                                "customer",
                                column("id", bigint()).identity(byDefault()),
                                column("nick", varchar(50)),
                                column("len", integer()).nullable().generatedAs("length(nick)"),
                                column("email", varchar(50)),
                                primaryKey("customer_pk", "id"),
                                unique("customer_uq", "nick"),
                                check("customer_ck", "nick <> ''"),
                                index("customer_ix", expression("lower(nick)")).where("nick is not null")))
                        .renaming("customer.email->nick, customer.nick->email")
                        .with("insert into customer (email, nick) values ('a', 'b')")
                        .does(
                                "rename column customer.email to albedo_between",
                                "rename column customer.nick to email",
                                "rename column customer.albedo_between to nick"),
                Change.of("three columns exchange their names")
                        .from(table("a", column("x", integer()), column("y", bigint()), column("z", varchar(9))))
                        .to(table("a", column("y", integer()), column("z", bigint()), column("x", varchar(9))))
                        .renaming("a.x->y, a.y->z, a.z->x")
                        .with("insert into a values (1, 2, '3')")
                        .does(
                                "rename column a.x to albedo_between",
                                "rename column a.z to x",
                                "rename column a.y to z",
                                "rename column a.albedo_between to y"),
                Change.of("two tables exchange their names, and a column of each follows")
                        .from(customer("customer", "email"), orders("customer"), customer2("client", "mail"))
                        .to(customer("client", "post"), orders("client"), customer2("customer", "mail"))
                        .renaming("customer->client, client->customer, client.email->post")
                        .with("insert into customer (email) values ('a')", "insert into orders values (1)")
                        .does(
                                "rename table customer to albedo_between",
                                "rename table client to customer",
                                "rename table albedo_between to client",
                                "rename column client.email to post"),
                Change.of("two sequences exchange their names")
                        .from(sequence("sales.s").incrementBy(50), sequence("sales.q"))
                        .to(sequence("sales.q").incrementBy(50), sequence("sales.s"))
                        .renaming("sales.s->q, sales.q->s")
                        .with("select nextval('sales.s'), nextval('sales.s')")
                        .does(
                                "rename sequence sales.s to albedo_between",
                                "rename sequence sales.q to s",
                                "rename sequence sales.albedo_between to q"),
                Change.of("a sequence follows the table that owns it")
                        .from(
                                table("a", column("id", bigint()).defaultTo("nextval('a_id_seq')")),
                                sequence("a_id_seq").ownedBy("a", "id"))
                        .to(
                                table("b", column("id", bigint()).defaultTo("nextval('b_id_seq')")),
                                sequence("b_id_seq").ownedBy("b", "id"))
                        .renaming("a->b")
                        .with("insert into a default values")
                        .does(
                                "rename table a to b",
                                "rename sequence a_id_seq to b_id_seq",
                                "alter column b.id: default nextval('b_id_seq'::regclass) -> nextval('b_id_seq')"),
                Change.of("without a word a rename is a drop and an add")
                        .from(plain)
                        .to(table("a", column("z", integer()).nullable(), column("y", integer())))
                        .movingColumns()
                        .does("add column a.z integer", "drop column a.x"));
    }
}
