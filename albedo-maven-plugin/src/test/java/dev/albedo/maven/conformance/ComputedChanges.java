package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.counting;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Table;
import java.util.List;

/** Columns that the database fills: identity and generated columns. */
final class ComputedChanges {

    private ComputedChanges() {}

    private static Table t(Column a) {
        return table("t", column("id", bigint()), a, column("b", integer()).nullable());
    }

    private static Change alters(String name, Column from, Column to, String difference) {
        return Change.of(name).from(t(from)).to(t(to)).does("alter column t.a: " + difference);
    }

    private static Change adds(String name, Column from, Column to) {
        return Change.of(name)
                .from(t(from))
                .to(t(to))
                .with("insert into t (id, b) values (1, 5)")
                .movingColumns()
                .does("drop column t.a", "add column t.a integer");
    }

    private static Column identity(SequenceOptions options) {
        return column("a", integer()).identity(byDefault().options(options));
    }

    static List<Change> all() {
        Column plain = column("a", integer());
        Column nullable = plain.nullable();
        return List.of(
                Change.of("an identity column is added to a table with rows")
                        .from(table("t", column("b", integer())))
                        .with("insert into t values (1), (2)")
                        .to(table(
                                "t",
                                column("b", integer()),
                                column("a", bigint()).identity(always())))
                        .does("add column t.a bigint"),
                Change.of("a column becomes an identity column")
                        .from(t(plain))
                        .to(t(identity(counting().startWith(10))))
                        .with("insert into t values (1, 2, 3)")
                        .does("alter column t.a: identity none -> by default start 10"),
                Change.of("an identity column becomes a plain one")
                        .from(t(plain.identity(always())))
                        .to(t(plain))
                        .with("insert into t (id) values (1)")
                        .does("alter column t.a: identity always -> none"),
                Change.of("an identity column becomes nullable")
                        .from(t(plain.identity(always())))
                        .to(t(nullable))
                        .does("alter column t.a: nullable, identity always -> none"),
                Change.of("an identity column refuses given values")
                        .from(t(plain.identity(byDefault())))
                        .to(t(plain.identity(always())))
                        .does("alter column t.a: identity by default -> always"),
                Change.of("an identity column starts elsewhere")
                        .from(t(identity(counting())))
                        .to(t(identity(counting().startWith(100))))
                        .does("alter column t.a: identity by default -> by default start 100"),
                Change.of("an identity column counts in steps")
                        .from(t(identity(counting())))
                        .to(t(identity(counting().incrementBy(50))))
                        .does("alter column t.a: identity by default -> by default increment 50"),
                Change.of("an identity column counts down")
                        .from(t(identity(counting())))
                        .to(t(identity(counting().startWith(-1).incrementBy(-1))))
                        .does("alter column t.a: identity by default -> by default start -1 increment -1"),
                Change.of("an identity column gets bounds, a cache and a cycle")
                        .from(t(identity(counting())))
                        .to(t(identity(counting().between(-5L, 500L).cache(20).cycle(true))))
                        .does("alter column t.a: identity by default -> by default min -5 max 500 cache 20 cycle"),
                Change.of("an identity column gets wider")
                        .from(t(plain.identity(byDefault())))
                        .to(t(plain.type(bigint()).identity(byDefault())))
                        .does("alter column t.a: type integer -> bigint"),
                Change.of("an identity column becomes a string")
                        .from(t(plain.identity(byDefault())))
                        .to(t(column("a", varchar(20))))
                        .with("insert into t (id) values (1)")
                        .does("alter column t.a: type integer -> varchar(20), identity by default -> none"),
                Change.of("a string becomes an identity column")
                        .from(t(column("a", varchar(20))))
                        .to(t(plain.identity(byDefault())))
                        .with("insert into t values (1, 7)")
                        .does("alter column t.a: type varchar(20) -> integer, identity none -> by default"),
                Change.of("a default becomes an identity")
                        .from(t(plain.defaultTo("7")))
                        .to(t(plain.identity(byDefault())))
                        .does("alter column t.a: default 7 -> none, identity none -> by default"),
                Change.of("a stored generated column is added to a table with rows")
                        .from(table("t", column("b", integer())))
                        .with("insert into t values (1), (2)")
                        .to(table(
                                "t",
                                column("b", integer()),
                                column("a", integer()).nullable().generatedAs("b * 2")))
                        .does("add column t.a integer"),
                Change.of("a generated column is dropped")
                        .from(table(
                                "t",
                                column("b", integer()),
                                column("a", integer()).nullable().generatedAs("b * 2")))
                        .to(table("t", column("b", integer())))
                        .does("drop column t.a"),
                alters(
                                "a generated column computes something else",
                                nullable.generatedAs("b + 1"),
                                nullable.generatedAs("b + 2"),
                                "generated b + 1 stored -> b + 2 stored")
                        .with("insert into t (id, b) values (1, 5)"),
                Change.of("a generated column in another spelling is the same")
                        .from(t(nullable.generatedAs("b+1")))
                        .to(t(nullable.generatedAs("(b + 1)")))
                        .does(),
                adds("a plain column becomes a generated one", nullable, nullable.generatedAs("b + 1")),
                Change.of("a generated column becomes a plain one and keeps its values")
                        .from(t(nullable.generatedAs("b + 1")))
                        .to(t(nullable))
                        .with("insert into t (id, b) values (1, 5)")
                        .movingColumns()
                        .does("alter column t.a: generated b + 1 stored -> none"),
                adds(
                        "a virtual column is stored",
                        nullable.generated(new Generated("b + 1", false)),
                        nullable.generatedAs("b + 1")),
                Change.of("a column that a generated column is computed from gets another type")
                        .from(t(nullable.generatedAs("b + 1")))
                        .to(table(
                                "t",
                                column("id", bigint()),
                                nullable.generatedAs("b + 1"),
                                column("b", smallint()).nullable()))
                        .with("insert into t (id, b) values (1, 5)")
                        .movingColumns()
                        .does(
                                "drop column t.a",
                                "alter column t.b: type integer -> smallint",
                                "add column t.a integer"));
    }
}
