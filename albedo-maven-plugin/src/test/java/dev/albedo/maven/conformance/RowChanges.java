package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.jsonb;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.uuid;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.EnumType;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.List;

/** Changes that depend on the rows: they are filled, converted and asked about. */
final class RowChanges {

    private static final String TWO_ROWS = "insert into t (id) values (1), (2)";

    private RowChanges() {}

    private static Table t(TableElement... elements) {
        Table table = table("t", column("id", bigint()), primaryKey(null, "id"));
        for (TableElement element : elements) {
            table = table.with(element);
        }
        return table;
    }

    static List<Change> all() {
        EnumType two = enumType("mood", "sad", "ok");
        EnumType one = enumType("mood", "ok");
        Table parent = table("parent", column("id", bigint()), primaryKey(null, "id"));
        return List.of(
                Change.of("a required column gets what a new object has")
                        .from(t())
                        .with(TWO_ROWS)
                        .to(t(column("stars", integer())))
                        .putting("t", "stars", "3")
                        .does("add column t.stars integer")
                        .safely("add column t.stars integer", "alter column t.stars: default 3 -> none")
                        .safelyBack("drop column t.stars"),
                Change.of("a required column that nobody knows a value for is added to an empty table")
                        .from(t())
                        .to(t(column("stars", integer())))
                        .does("add column t.stars integer")
                        .safely(
                                "add column t.stars integer",
                                "fill column t.stars, with what is not said yet, where it is NULL",
                                "alter column t.stars: not null"),
                Change.of("a required column that is a key gets no constant")
                        .from(t())
                        .to(t(column("code", text()), unique(null, "code")))
                        .putting("t", "code", "'x'")
                        .does("add column t.code text", "add unique (code) on t (uq_t_code)")
                        .safely(
                                "add column t.code text",
                                "fill column t.code, with what is not said yet, where it is NULL",
                                "alter column t.code: not null",
                                "add unique (code) on t (uq_t_code)"),
                Change.of("a default that two rows may not share is given to new rows only")
                        .from(t())
                        .with(TWO_ROWS)
                        .to(t(column("code", text()).nullable().defaultTo("'x'"), unique(null, "code")))
                        .does("add column t.code text", "add unique (code) on t (uq_t_code)")
                        .safely(
                                "add column t.code text",
                                "alter column t.code: default none -> 'x'",
                                "add unique (code) on t (uq_t_code)")
                        .safelyBack("drop unique (code) on t (uq_t_code)", "drop column t.code"),
                Change.of("a default that makes another value for each row is given to all rows")
                        .from(t())
                        .with(TWO_ROWS)
                        .to(t(column("code", uuid()).defaultTo("gen_random_uuid()"), unique(null, "code")))
                        .does("add column t.code uuid", "add unique (code) on t (uq_t_code)")
                        .safely("add column t.code uuid", "add unique (code) on t (uq_t_code)"),
                Change.of("a required column that the database fills is added as it is")
                        .from(t())
                        .with(TWO_ROWS)
                        .to(t(
                                column("a", integer()).defaultTo("7"),
                                column("b", integer()).identity(byDefault()),
                                column("c", bigint()).generatedAs("id * 2")))
                        .does("add column t.a integer", "add column t.b integer", "add column t.c bigint")
                        .safely("add column t.a integer", "add column t.b integer", "add column t.c bigint"),
                Change.of("a new table is not asked about its rows")
                        .from(parent)
                        .to(
                                parent,
                                t(
                                        column("stars", integer()),
                                        foreignKey("fk", "id").references("parent", "id"),
                                        unique(null, "stars"),
                                        check(null, "stars > 0")))
                        .does("create table t")
                        .safely("create table t"),
                Change.of("NULL is refused and filled with what a new object has")
                        .from(t(column("stars", integer()).nullable()))
                        .with(TWO_ROWS, "insert into t values (3, 5)")
                        .to(t(column("stars", integer())))
                        .putting("t", "stars", "3")
                        .does("alter column t.stars: not null")
                        .safely("fill column t.stars with 3 where it is NULL", "alter column t.stars: not null")
                        .safelyBack("alter column t.stars: nullable"),
                Change.of("NULL is refused and filled with the default")
                        .from(t(column("stars", integer()).nullable()))
                        .with(TWO_ROWS)
                        .to(t(column("stars", integer()).defaultTo("1 + 1")))
                        .putting("t", "stars", "3")
                        .does("alter column t.stars: not null, default none -> 1 + 1")
                        .safely(
                                "fill column t.stars with 1 + 1 where it is NULL",
                                "alter column t.stars: not null, default none -> 1 + 1"),
                Change.of("NULL is refused in a column of another type")
                        .from(t(column("stars", varchar(9)).nullable()))
                        .with(TWO_ROWS, "insert into t values (3, '5')")
                        .to(t(column("stars", integer())))
                        .putting("t", "stars", "3")
                        .does("alter column t.stars: type varchar(9) -> integer, not null")
                        .safely(
                                "expect check (pg_input_is_valid(stars::text, 'integer')) on t",
                                "alter column t.stars: type varchar(9) -> integer, using stars::text::integer",
                                "fill column t.stars with 3 where it is NULL",
                                "alter column t.stars: not null")
                        .safelyBack(
                                "expect check (char_length(stars::text) <= 9) on t",
                                "alter column t.stars: type integer -> varchar(9), nullable"),
                Change.of("NULL is accepted, and what is NULL then is filled on the way back")
                        .from(t(column("stars", integer())))
                        .to(t(column("stars", integer()).nullable()))
                        .meanwhile(TWO_ROWS)
                        .putting("t", "stars", "4")
                        .does("alter column t.stars: nullable")
                        .safely("alter column t.stars: nullable")
                        .safelyBack("fill column t.stars with 4 where it is NULL", "alter column t.stars: not null"),
                Change.of("values are converted as it is said")
                        .from(t(
                                column("a", varchar(10)).nullable(),
                                column("b", integer()).nullable(),
                                column("c", text()).nullable(),
                                column("d", text()).nullable()))
                        .with("insert into t values (1, 'true', 0, '{\"a\": 1}', 'ok'), (2, 'no', 1, null, 'sad')")
                        .to(
                                two,
                                t(
                                        column("a", bool()).nullable(),
                                        column("b", bool()).nullable(),
                                        column("c", jsonb()).nullable(),
                                        column("d", named("mood")).nullable()))
                        .does(
                                "create enum type mood [sad, ok]",
                                "alter column t.a: type varchar(10) -> boolean",
                                "alter column t.b: type integer -> boolean",
                                "alter column t.c: type text -> jsonb",
                                "alter column t.d: type text -> mood")
                        .safely(
                                "expect check (pg_input_is_valid(a::text, 'boolean')) on t",
                                "expect check (b IN (0, 1)) on t",
                                "expect check (pg_input_is_valid(c::text, 'jsonb')) on t",
                                "expect check (d::text IN ('sad', 'ok')) on t",
                                "create enum type mood [sad, ok]",
                                "alter column t.a: type varchar(10) -> boolean, using a::text::boolean",
                                "alter column t.b: type integer -> boolean, using b::boolean",
                                "alter column t.c: type text -> jsonb, using c::text::jsonb",
                                "alter column t.d: type text -> mood, using d::text::mood")
                        .safelyBack(
                                "alter column t.d: type mood -> text",
                                "alter column t.c: type jsonb -> text",
                                "alter column t.b: type boolean -> integer, using b::integer",
                                "alter column t.a: type boolean -> varchar(10)",
                                "drop enum type mood"),
                Change.of("values are asked whether they fit")
                        .from(t(
                                column("a", varchar(20)).nullable(),
                                column("b", bigint()).nullable(),
                                column("c", numeric(10, 2)).nullable()))
                        .with("insert into t values (1, '12345', 2147483647, 99.99), (2, null, null, null)")
                        .to(t(
                                column("a", varchar(5)).nullable(),
                                column("b", integer()).nullable(),
                                column("c", numeric(4, 2)).nullable()))
                        .does(
                                "alter column t.a: type varchar(20) -> varchar(5)",
                                "alter column t.b: type bigint -> integer",
                                "alter column t.c: type numeric(10, 2) -> numeric(4, 2)")
                        .safely(
                                "expect check (char_length(a) <= 5) on t",
                                "expect check (b BETWEEN -2147483648 AND 2147483647) on t",
                                "expect check (round(c::numeric, 2) BETWEEN -99.99 AND 99.99) on t",
                                "alter column t.a: type varchar(20) -> varchar(5)",
                                "alter column t.b: type bigint -> integer",
                                "alter column t.c: type numeric(10, 2) -> numeric(4, 2)")
                        .safelyBack(
                                "alter column t.c: type numeric(4, 2) -> numeric(10, 2)",
                                "alter column t.b: type integer -> bigint",
                                "alter column t.a: type varchar(5) -> varchar(20)"),
                Change.of("a value of an enum type goes")
                        .from(
                                two,
                                t(
                                        column("m", named("mood")),
                                        column("past", array(named("mood"))).nullable()))
                        .with("insert into t values (1, 'ok', '{ok}')")
                        .to(
                                one,
                                t(
                                        column("m", named("mood")),
                                        column("past", array(named("mood"))).nullable()))
                        .does("alter enum type mood from [sad, ok] to [ok]")
                        .safely(
                                "expect check (m::text NOT IN ('sad')) on t",
                                "expect check (NOT past::text[] && ARRAY['sad']) on t",
                                "alter enum type mood from [sad, ok] to [ok]")
                        .safelyBack("alter enum type mood from [ok] to [sad, ok]"),
                Change.of("a new value of an enum type fills a required column")
                        .from(one, t(column("m", named("mood")).nullable()))
                        .with(TWO_ROWS)
                        .to(two, t(column("m", named("mood"))))
                        .putting("t", "m", "'sad'")
                        .does("alter enum type mood from [ok] to [sad, ok]", "alter column t.m: not null")
                        .safely(
                                "alter enum type mood from [ok] to [sad, ok]",
                                "fill column t.m with 'sad' where it is NULL",
                                "alter column t.m: not null")
                        .meanwhile("update t set m = 'ok'"),
                Change.of("a constant of an enum in a check goes, and one comes")
                        .from(t(column("a", text()), column("b", text()))
                                .with(check("ck_a", "a in ('X','Y')"))
                                .with(check("ck_b", "b in ('X','Y')")))
                        .with("insert into t values (1, 'X', 'Y')")
                        .to(t(column("a", text()), column("b", text()))
                                .with(check("ck_a", "a in ('X')"))
                                .with(check("ck_b", "b in ('X','Y','Z')")))
                        .respellingTexts()
                        .does(
                                "drop check (a = ANY (ARRAY['X'::text, 'Y'::text])) on t (ck_a)",
                                "drop check (b = ANY (ARRAY['X'::text, 'Y'::text])) on t (ck_b)",
                                "add check (a in ('X')) on t (ck_a)",
                                "add check (b in ('X','Y','Z')) on t (ck_b)")
                        .safely(
                                "expect check (a NOT IN ('Y')) on t",
                                "drop check (a = ANY (ARRAY['X'::text, 'Y'::text])) on t (ck_a)",
                                "drop check (b = ANY (ARRAY['X'::text, 'Y'::text])) on t (ck_b)",
                                "add check (a in ('X')) on t (ck_a)",
                                "add check (b in ('X','Y','Z')) on t (ck_b)"),
                Change.of("keys and checks come to a table with rows")
                        .from(parent, t(column("a", bigint()), column("b", bigint())))
                        .with("insert into parent values (1)", "insert into t values (1, 1, 1), (2, 1, 2)")
                        .to(
                                parent,
                                t(
                                        column("a", bigint()),
                                        column("b", bigint()),
                                        unique(null, "a", "b"),
                                        foreignKey("fk", "a").references("parent", "id"),
                                        check(null, "a > 0"),
                                        index(null, "b").unique(true)))
                        .does(
                                "add unique (a, b) on t (uq_t_a_b)",
                                "add check (a > 0) on t (ck_t_a)",
                                "create unique index (b) on t (ix_t_b)",
                                "add foreign key (a) to parent (id) on t (fk)")
                        .safely(
                                "expect unique (a, b) on t",
                                "expect check (a > 0) on t",
                                "expect unique (b) on t",
                                "expect foreign key (a) to parent (id) on t",
                                "add unique (a, b) on t (uq_t_a_b)",
                                "add check (a > 0) on t (ck_t_a)",
                                "create unique index (b) on t (ix_t_b)",
                                "add foreign key (a) to parent (id) on t (fk)")
                        .safelyBack(
                                "drop foreign key (a) to parent (id) on t (fk)",
                                "drop unique index (b) on t (ix_t_b)",
                                "drop check (a > 0) on t (ck_t_a)",
                                "drop unique (a, b) on t (uq_t_a_b)"),
                Change.of(
                                "unique indexes of some rows and over expressions, and a key to a new table, come to a table with rows")
                        .from(t(column("a", text()), column("b", bigint()).nullable()))
                        .with("insert into t values (1, 'x', null), (2, 'y', null)")
                        .to(
                                parent,
                                t(
                                        column("a", text()),
                                        column("b", bigint()).nullable(),
                                        index("ix_a", expression("lower(a)")).unique(true),
                                        index("ix_b", "b").unique(true).where("a <> 'x'"),
                                        index("ix_id", "id").unique(true).where("a <> 'x'"),
                                        foreignKey("fk", "b").references("parent", "id")))
                        .does(
                                "create table parent",
                                "create unique index (lower(a)) on t (ix_a)",
                                "create unique index (b) where a <> 'x' on t (ix_b)",
                                "create unique index (id) where a <> 'x' on t (ix_id)",
                                "add foreign key (b) to parent (id) on t (fk)")
                        .safely(
                                "expect unique index (lower(a)) on t",
                                "expect unique index (b) where a <> 'x' on t",
                                "expect check (b IS NULL) on t",
                                "create table parent",
                                "create unique index (lower(a)) on t (ix_a)",
                                "create unique index (b) where a <> 'x' on t (ix_b)",
                                "create unique index (id) where a <> 'x' on t (ix_id)",
                                "add foreign key (b) to parent (id) on t (fk)"),
                Change.of("a unique index over an expression that is expected of a renamed column")
                        .from(table("old", column("id", bigint()), column("mail", text())))
                        .with("insert into old values (1, 'a')")
                        .to(table(
                                "new",
                                column("id", bigint()),
                                column("email", text()),
                                index("ix", expression("lower(email)")).unique(true)))
                        .renaming("old->new, new.mail->email")
                        .does(
                                "rename table old to new",
                                "rename column new.mail to email",
                                "create unique index (lower(email)) on new (ix)")
                        .safely(
                                "expect unique index (lower(mail)) on old",
                                "rename table old to new",
                                "rename column new.mail to email",
                                "create unique index (lower(email)) on new (ix)"),
                Change.of("what is expected of renamed columns is said in their old names")
                        .from(table("old", column("id", bigint()), column("mail", text()), primaryKey("pk", "id")))
                        .with("insert into old values (1, 'a')")
                        .to(table(
                                "new",
                                column("id", bigint()),
                                column("email", varchar(5)),
                                primaryKey("pk", "id"),
                                check("ck", "email > ''")))
                        .renaming("old->new, new.mail->email")
                        .does(
                                "rename table old to new",
                                "rename column new.mail to email",
                                "alter column new.email: type text -> varchar(5)",
                                "add check (email > '') on new (ck)")
                        .safely(
                                "expect check (char_length(mail) <= 5) on old",
                                "expect check (CAST(mail AS varchar(5)) > '') on old",
                                "rename table old to new",
                                "rename column new.mail to email",
                                "alter column new.email: type text -> varchar(5)",
                                "add check (email > '') on new (ck)"));
    }
}
