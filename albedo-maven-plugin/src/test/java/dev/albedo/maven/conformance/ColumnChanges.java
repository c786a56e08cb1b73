package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.doublePrecision;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.jsonb;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.timestamp;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.uuid;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.List;

/** Columns: all that can be said of one, except how it is computed and numbered. */
final class ColumnChanges {

    private ColumnChanges() {}

    private static final String ROW = "insert into t (id) values (1)";

    private static Table t(TableElement... elements) {
        return table("t", column("id", bigint()), primaryKey(null, "id")).with(elements[0]);
    }

    private static Change alters(String name, Column from, Column to, String difference) {
        return Change.of(name).from(t(from)).to(t(to)).does("alter column t.a: " + difference);
    }

    static List<Change> all() {
        Column a = column("a", integer()).nullable();
        Table bare = table("t", column("id", bigint()), primaryKey(null, "id"));
        return List.of(
                Change.of("a nullable column is added")
                        .from(bare)
                        .with(ROW)
                        .to(t(a))
                        .does("add column t.a integer"),
                Change.of("a NOT NULL column with a default is added to a table with rows")
                        .from(bare)
                        .with(ROW)
                        .to(t(column("a", varchar(10)).defaultTo("'new'").comment("c")))
                        .does("add column t.a varchar(10)"),
                Change.of("a NOT NULL column without a default is added to an empty table")
                        .from(bare)
                        .to(t(column("a", timestamptz(6))))
                        .does("add column t.a timestamptz(6)"),
                Change.of("a column is dropped").from(t(a)).with(ROW).to(bare).does("drop column t.a"),
                Change.of("a column in the middle is dropped with all that is on it")
                        .from(table(
                                "t",
                                column("id", bigint()),
                                column("a", integer()),
                                column("b", integer()),
                                primaryKey(null, "id"),
                                unique(null, "a", "b"),
                                check(null, "a < b"),
                                index(null, "a")))
                        .to(table("t", column("id", bigint()), column("b", integer()), primaryKey(null, "id")))
                        .movingColumns()
                        .does(
                                "drop index (a) on t (ix_t_a)",
                                "drop unique (a, b) on t (uq_t_a_b)",
                                "drop check (a < b) on t (ck_t_a_b)",
                                "drop column t.a"),
                Change.of("columns in another order are the same table")
                        .from(table("t", column("a", integer()), column("b", integer())))
                        .to(table("t", column("b", integer()), column("a", integer())))
                        .does(),
                alters(
                        "a string gets longer",
                        column("a", varchar(20)),
                        column("a", varchar(255)),
                        "type varchar(20) -> varchar(255)"),
                alters(
                        "a string loses its limit",
                        column("a", varchar(20)),
                        column("a", text()),
                        "type varchar(20) -> text"),
                alters("a number gets wider", a, a.type(bigint()), "type integer -> bigint")
                        .with(ROW),
                alters(
                        "a number gets other digits",
                        a.type(numeric(8, 2)),
                        a.type(numeric(10, 3)),
                        "type numeric(8, 2) -> numeric(10, 3)"),
                alters(
                        "a number gets other digits after the point only",
                        a.type(numeric(10, 2)),
                        a.type(numeric(10, 0)),
                        "type numeric(10, 2) -> numeric(10, 0)"),
                alters(
                                "a time gets a zone",
                                a.type(timestamp(6)),
                                a.type(timestamptz(3)),
                                "type timestamp(6) -> timestamptz(3)")
                        .with("insert into t values (1, now())"),
                alters("a string becomes a number", a.type(varchar(10)), a, "type varchar(10) -> integer")
                        .with("insert into t values (1, '12'), (2, null)"),
                alters(
                                "a boolean becomes a number and keeps its default",
                                column("a", bool()).defaultTo("false"),
                                column("a", integer()).defaultTo("0"),
                                "type boolean -> integer, default false -> 0")
                        .with("insert into t values (1, true)"),
                alters("a string becomes a UUID", a.type(varchar(36)), a.type(uuid()), "type varchar(36) -> uuid")
                        .with("insert into t values (1, '00000000-0000-0000-0000-000000000001')"),
                alters("text becomes JSON", a.type(text()), a.type(jsonb()), "type text -> jsonb")
                        .with("insert into t values (1, '{}')"),
                alters(
                        "a type becomes an array",
                        a.type(array(varchar(5))),
                        a.type(array(text())),
                        "type varchar(5)[] -> text[]"),
                alters(
                        "a type keeps its default when it changes",
                        column("a", varchar(5)).defaultTo("'x'"),
                        column("a", text()).defaultTo("'x'"),
                        "type varchar(5) -> text"),
                Change.of("types in other spellings are the same")
                        .from(
                                t(column("a", type("character varying", 20))),
                                table(
                                        "u",
                                        column("b", type("int8")),
                                        column("c", type("decimal", 5)),
                                        column("d", type("float", 53))))
                        .to(
                                t(column("a", varchar(20))),
                                table(
                                        "u",
                                        column("b", bigint()),
                                        column("c", numeric(5, 0)),
                                        column("d", doublePrecision())))
                        .does(),
                alters("NULL is refused", a, a.notNull(true), "not null").with("insert into t values (1, 2)"),
                alters("NULL is accepted", a.notNull(true), a, "nullable"),
                alters("a default is added", a, a.defaultTo("1"), "default none -> 1")
                        .with(ROW),
                alters("a default is changed", a.defaultTo("1"), a.defaultTo("1 + 1"), "default 1 -> 1 + 1"),
                alters("a default is removed", a.defaultTo("1"), a, "default 1 -> none"),
                alters(
                        "a default with quotes is changed",
                        column("a", varchar(20)).defaultTo("'it''s'"),
                        column("a", varchar(20)).defaultTo("'//'"),
                        "default 'it''s'::character varying -> '//'"),
                alters(
                        "a default becomes a function",
                        column("a", timestamp(6)),
                        column("a", timestamp(6)).defaultTo("CURRENT_TIMESTAMP"),
                        "default none -> CURRENT_TIMESTAMP"),
                Change.of("defaults in other spellings are the same")
                        .from(table(
                                "t",
                                column("a", varchar(9)).defaultTo("'x'"),
                                column("b", numeric(5, 2)).defaultTo("1.5"),
                                column("c", timestamptz(6)).defaultTo("now()"),
                                column("d", bool()).defaultTo("true"),
                                column("e", bigint()).defaultTo("-1"),
                                column("f", array(integer())).defaultTo("array[1, 2]")))
                        .to(table(
                                "t",
                                column("a", varchar(9)).defaultTo("'x'::varchar"),
                                column("b", numeric(5, 2)).defaultTo("(1.5)"),
                                column("c", timestamptz(6)).defaultTo("NOW( )"),
                                column("d", bool()).defaultTo("TRUE"),
                                column("e", bigint()).defaultTo("(-1)"),
                                column("f", array(integer())).defaultTo("ARRAY[1,2]")))
                        .does(),
                alters("a collation is added", a.type(text()), a.type(text()).collate("C"), "collation none -> C"),
                alters(
                        "a collation is changed with the type",
                        a.type(text()).collate("C"),
                        a.type(varchar(20)).collate("POSIX"),
                        "type text -> varchar(20), collation C -> POSIX"),
                alters("a collation is removed", a.type(text()).collate("C"), a.type(text()), "collation C -> none"),
                alters("a column's comment is added", a, a.comment("it's"), "comment none -> it's"),
                alters("a column's comment is changed", a.comment("x"), a.comment("y"), "comment x -> y"),
                alters("a column's comment is removed", a.comment("x"), a, "comment x -> none"),
                alters(
                                "everything about a column changes at once",
                                column("a", varchar(10))
                                        .nullable()
                                        .defaultTo("'1'")
                                        .comment("x"),
                                column("a", integer()).defaultTo("2").comment("y"),
                                "type varchar(10) -> integer, not null, default '1'::character varying -> 2, comment x -> y")
                        .with("insert into t values (1, '7')"),
                Change.of("a column under an index, a key and a check gets another type")
                        .from(table(
                                "t",
                                column("a", integer()),
                                unique(null, "a"),
                                check(null, "a > 0"),
                                index(null, desc("a")),
                                index("ix_sum", expression("a + 1"))))
                        .to(table(
                                "t",
                                column("a", bigint()),
                                unique(null, "a"),
                                check(null, "a > 0"),
                                index(null, desc("a")),
                                index("ix_sum", expression("a + 1"))))
                        .with("insert into t values (1)")
                        .does(
                                "drop index (a + 1) on t (ix_sum)",
                                "drop check (a > 0) on t (ck_t_a)",
                                "alter column t.a: type integer -> bigint",
                                "add check (a > 0) on t (ck_t_a)",
                                "create index (a + 1) on t (ix_sum)"));
    }
}
