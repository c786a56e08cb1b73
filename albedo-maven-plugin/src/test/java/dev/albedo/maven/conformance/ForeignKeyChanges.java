package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Table;
import java.util.List;

/** Foreign keys and the keys they reference. */
final class ForeignKeyChanges {

    private ForeignKeyChanges() {}

    private static final Table PARENT = table(
            "p", column("id", bigint()), column("code", integer()), primaryKey(null, "id"), unique(null, "code", "id"));

    private static Table child(Constraint... keys) {
        Table table = table(
                "c",
                column("id", bigint()),
                column("p_id", bigint()).nullable(),
                column("p_code", integer()).nullable(),
                primaryKey(null, "id"));
        for (Constraint key : keys) {
            table = table.with(key);
        }
        return table;
    }

    private static Constraint.ForeignKey key() {
        return foreignKey(null, "p_id").references("p", "id");
    }

    private static Change replaces(String name, Constraint.ForeignKey from, Constraint.ForeignKey to) {
        return Change.of(name)
                .from(PARENT, child(from))
                .to(PARENT, child(to))
                .with("insert into p values (1, 2)", "insert into c values (1, 1, 2)")
                .does(
                        "drop " + from.describe() + " on c (fk_c_" + String.join("_", from.columns()) + ")",
                        "add " + to.describe() + " on c (fk_c_" + String.join("_", to.columns()) + ")");
    }

    static List<Change> all() {
        Table other = PARENT.named(QualifiedName.parse("sales.p"));
        return List.of(
                Change.of("a foreign key is added")
                        .from(PARENT, child())
                        .to(PARENT, child(key()))
                        .does("add foreign key (p_id) to p (id) on c (fk_c_p_id)"),
                Change.of("a foreign key is dropped")
                        .from(PARENT, child(key()))
                        .to(PARENT, child())
                        .does("drop foreign key (p_id) to p (id) on c (fk_c_p_id)"),
                replaces("a delete cascades", key(), key().onDelete(ReferentialAction.CASCADE)),
                replaces(
                        "a delete is restricted instead of checked at the end",
                        key(),
                        key().onDelete(ReferentialAction.RESTRICT)),
                replaces(
                        "a delete sets NULL instead of the default",
                        key().onDelete(ReferentialAction.SET_DEFAULT),
                        key().onDelete(ReferentialAction.SET_NULL)),
                replaces("an update cascades", key(), key().onUpdate(ReferentialAction.CASCADE)),
                replaces("an update does nothing any more", key().onUpdate(ReferentialAction.SET_NULL), key()),
                replaces(
                        "a foreign key is checked at commit",
                        key(),
                        key().deferrability(Deferrability.INITIALLY_DEFERRED)),
                replaces(
                        "a foreign key can be deferred but is not",
                        key().deferrability(Deferrability.INITIALLY_DEFERRED),
                        key().deferrability(Deferrability.INITIALLY_IMMEDIATE)),
                replaces(
                        "a foreign key matches all or nothing",
                        foreignKey(null, "p_code", "p_id").references("p", "code", "id"),
                        foreignKey(null, "p_code", "p_id")
                                .references("p", "code", "id")
                                .matchFull(true)),
                replaces(
                        "a foreign key gets more columns",
                        key(),
                        foreignKey(null, "p_code", "p_id").references("p", "code", "id")),
                Change.of("a foreign key references another table, in another schema")
                        .from(PARENT, other, child(key()))
                        .to(PARENT, other, child(foreignKey(null, "p_id").references("sales.p", "id")))
                        .does(
                                "drop foreign key (p_id) to p (id) on c (fk_c_p_id)",
                                "add foreign key (p_id) to sales.p (id) on c (fk_c_p_id)"),
                Change.of("a foreign key is renamed")
                        .from(PARENT, child(foreignKey("old_fk", "p_id").references("p", "id")))
                        .to(PARENT, child(foreignKey("new_fk", "p_id").references("p", "id")))
                        .does("rename constraint old_fk of c to new_fk"),
                Change.of("a foreign key whose name nobody chose keeps the one it has")
                        .from(PARENT, child(foreignKey("fk8f3c1a9b27d4", "p_id").references("p", "id")))
                        .to(PARENT, child(key()))
                        .does(),
                Change.of("the columns of a foreign key come in another order")
                        .from(PARENT, child(foreignKey(null, "p_code", "p_id").references("p", "code", "id")))
                        .to(PARENT, child(foreignKey(null, "p_id", "p_code").references("p", "id", "code")))
                        .does(),
                Change.of("both ends of a foreign key get another type")
                        .from(
                                table("p", column("id", integer()), primaryKey(null, "id")),
                                table(
                                        "c",
                                        column("p_id", integer()),
                                        foreignKey(null, "p_id").references("p", "id")))
                        .to(
                                table("p", column("id", bigint()), primaryKey(null, "id")),
                                table(
                                        "c",
                                        column("p_id", bigint()),
                                        foreignKey(null, "p_id").references("p", "id")))
                        .with("insert into p values (1)", "insert into c values (1)")
                        .does(
                                "drop foreign key (p_id) to p (id) on c (fk_c_p_id)",
                                "alter column p.id: type integer -> bigint",
                                "alter column c.p_id: type integer -> bigint",
                                "add foreign key (p_id) to p (id) on c (fk_c_p_id)"),
                Change.of("the primary key under a foreign key gets one more column")
                        .from(
                                table(
                                        "p",
                                        column("id", bigint()),
                                        column("code", integer()),
                                        primaryKey(null, "id"),
                                        unique("uq_p", "id")),
                                child(key()))
                        .to(
                                table(
                                        "p",
                                        column("id", bigint()),
                                        column("code", integer()),
                                        primaryKey(null, "id", "code"),
                                        unique("uq_p", "id")),
                                child(key()))
                        .does(
                                "drop foreign key (p_id) to p (id) on c (fk_c_p_id)",
                                "drop primary key (id) on p (pk_p)",
                                "add primary key (id, code) on p (pk_p)",
                                "add foreign key (p_id) to p (id) on c (fk_c_p_id)"),
                Change.of("a self-reference is added and a table with one is dropped")
                        .from(
                                table("a", column("id", bigint()), primaryKey(null, "id")),
                                table(
                                        "b",
                                        column("id", bigint()),
                                        column("up", bigint()),
                                        primaryKey(null, "id"),
                                        foreignKey(null, "up").references("b", "id")))
                        .to(table(
                                "a",
                                column("id", bigint()),
                                column("up", bigint()).nullable(),
                                primaryKey(null, "id"),
                                foreignKey(null, "up").references("a", "id")))
                        .does(
                                "add column a.up bigint",
                                "add foreign key (up) to a (id) on a (fk_a_up)",
                                "drop table b"));
    }
}
