package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Table;
import java.util.List;

/** Enum types and the columns that use them. */
final class EnumChanges {

    private EnumChanges() {}

    private static final EnumType MOOD = enumType("mood", "sad", "ok", "happy");

    private static Table t(Column... columns) {
        return table("t", column("id", bigint()))
                .columns(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(column("id", bigint())), java.util.stream.Stream.of(columns))
                        .toList());
    }

    private static Change values(String name, String... values) {
        return Change.of(name)
                .from(MOOD, t(column("m", named("mood"))))
                .to(enumType("mood", values), t(column("m", named("mood"))))
                .with("insert into t values (1, 'ok')")
                .does("alter enum type mood from [sad, ok, happy] to " + List.of(values));
    }

    static List<Change> all() {
        Column m = column("m", named("mood"));
        return List.of(
                Change.of("an enum type and a column of it are added")
                        .from(t())
                        .to(MOOD, t(m.defaultTo("'ok'")))
                        .does("create enum type mood [sad, ok, happy]", "add column t.m mood"),
                Change.of("an enum type and a table with it are dropped")
                        .from(MOOD.comment("c"), t(m))
                        .does("drop table t", "drop enum type mood"),
                Change.of("an enum type in another schema is added")
                        .to(
                                enumType("sales.mood", "it's"),
                                t(column("m", named("sales.mood")), column("ms", array(named("sales.mood")))))
                        .does("create schema sales", "create enum type sales.mood [it's]", "create table t"),
                values("a value is added at the end", "sad", "ok", "happy", "it's"),
                values("values are added in front and between", "low", "sad", "ok", "fine", "happy"),
                values("a value is removed", "ok", "happy"),
                Change.of("values change their order, which is the database's")
                        .from(MOOD, t(column("m", named("mood"))))
                        .to(enumType("mood", "happy", "ok", "sad"), t(column("m", named("mood"))))
                        .with("insert into t values (1, 'ok')")
                        .does(),
                Change.of("values are added and removed in another order")
                        .from(MOOD, t(column("m", named("mood"))))
                        .to(enumType("mood", "angry", "happy", "low", "sad"), t(column("m", named("mood"))))
                        .with("insert into t values (1, 'happy'), (2, 'sad')")
                        .does("alter enum type mood from [sad, ok, happy] to [sad, happy, low, angry]"),
                values("values are replaced but for those in use", "ok", "a", "b"),
                Change.of("an enum type's comment is changed")
                        .from(MOOD.comment("x"))
                        .to(MOOD.comment("y"))
                        .does("alter enum type mood from [sad, ok, happy] to [sad, ok, happy]"),
                Change.of("a value is added and is the default at once")
                        .from(MOOD, t(m.defaultTo("'ok'")))
                        .to(enumType("mood", "sad", "ok", "happy", "new"), t(m.defaultTo("'new'")))
                        .with("insert into t values (1, 'ok')")
                        .does(
                                "alter column t.m: default 'ok'::mood -> none",
                                "alter enum type mood from [sad, ok, happy] to [sad, ok, happy, new]",
                                "alter column t.m: default none -> 'new'"),
                Change.of("a value is removed that was the default")
                        .from(MOOD, t(m.defaultTo("'sad'")))
                        .to(enumType("mood", "ok", "happy"), t(m.defaultTo("'ok'")))
                        .with("insert into t values (1, 'ok')")
                        .does(
                                "alter column t.m: default 'sad'::mood -> none",
                                "alter enum type mood from [sad, ok, happy] to [ok, happy]",
                                "alter column t.m: default none -> 'ok'"),
                Change.of("a value is removed under a default, an array, an index, a check and a generated column")
                        .from(
                                MOOD,
                                table(
                                        "t",
                                        m.defaultTo("'ok'"),
                                        column("ms", array(named("mood"))).defaultTo("'{ok}'"),
                                        column("g", bool()).nullable().generatedAs("m = 'ok'"),
                                        check("ck", "m <> 'happy'"),
                                        index("ix", "m").where("m > 'ok'"),
                                        unique("uq", "m")))
                        .to(
                                enumType("mood", "ok", "happy"),
                                table(
                                        "t",
                                        m.defaultTo("'ok'"),
                                        column("ms", array(named("mood"))).defaultTo("'{ok}'"),
                                        column("g", bool()).nullable().generatedAs("m = 'ok'"),
                                        check("ck", "m <> 'happy'"),
                                        index("ix", "m").where("m > 'ok'"),
                                        unique("uq", "m")))
                        .with("insert into t values ('ok')")
                        .movingColumns()
                        .does(
                                "drop column t.g",
                                "alter enum type mood from [sad, ok, happy] to [ok, happy]",
                                "add column t.g boolean"),
                Change.of("a string becomes an enum")
                        .from(t(column("m", varchar(20)).defaultTo("'ok'")))
                        .to(MOOD, t(m.defaultTo("'ok'")))
                        .with("insert into t values (1, 'happy')")
                        .does("create enum type mood [sad, ok, happy]", "alter column t.m: type varchar(20) -> mood"),
                Change.of("an enum becomes a string with a check")
                        .from(MOOD, t(m))
                        .to(t(column("m", varchar(20))).with(check(null, "m in ('sad', 'ok')")))
                        .with("insert into t values (1, 'ok')")
                        .does(
                                "alter column t.m: type mood -> varchar(20)",
                                "add check (m in ('sad', 'ok')) on t (ck_t_m)",
                                "drop enum type mood"),
                Change.of("a column gets another enum type")
                        .from(MOOD, enumType("sales.mood", "ok"), t(m))
                        .to(MOOD, enumType("sales.mood", "ok"), t(column("m", named("sales.mood"))))
                        .with("insert into t values (1, 'ok')")
                        .does("alter column t.m: type mood -> sales.mood"));
    }
}
