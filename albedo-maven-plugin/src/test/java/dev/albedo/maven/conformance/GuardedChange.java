package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.bool;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import java.util.List;

/**
 * A change that some rows forbid.
 *
 * @param change with rows that let it happen
 * @param breaking statements after which rows forbid it
 * @param breakingBack statements after which rows forbid the way back
 * @param after a part of the contents after it
 * @param afterBack a part of the contents when it is taken back
 */
record GuardedChange(Change change, List<String> breaking, List<String> breakingBack, String after, String afterBack) {

    private static GuardedChange of(Change change) {
        return new GuardedChange(change, List.of(), List.of(), "", "");
    }

    private GuardedChange breaking(String... statements) {
        return new GuardedChange(change, List.of(statements), breakingBack, after, afterBack);
    }

    private GuardedChange breakingBack(String... statements) {
        return new GuardedChange(change, breaking, List.of(statements), after, afterBack);
    }

    private GuardedChange after(String contents) {
        return new GuardedChange(change, breaking, breakingBack, contents, afterBack);
    }

    private GuardedChange afterBack(String contents) {
        return new GuardedChange(change, breaking, breakingBack, after, contents);
    }

    @Override
    public String toString() {
        return change.name();
    }

    private static Table t(TableElement... elements) {
        return tableOf("t", elements);
    }

    private static Table tableOf(String name, TableElement... elements) {
        Table table = table(name, column("id", bigint()), primaryKey("pk", "id"));
        for (TableElement element : elements) {
            table = table.with(element);
        }
        return table;
    }

    static List<GuardedChange> all() {
        return List.of(
                of(Change.of("a renamed table gets a check and a unique constraint over a renamed column,"
                                        + " and loses others")
                                .from(tableOf(
                                        "old",
                                        column("a", text()),
                                        column("b", integer()),
                                        check("ck_b", "b > 0"),
                                        unique("uq_b", "b")))
                                .with("insert into old values (1, 'x', 1), (2, 'y', 2)")
                                .to(tableOf(
                                        "new",
                                        column("c", text()),
                                        column("b", integer()),
                                        check("ck_c", "c <> 'z'"),
                                        unique("uq_c", "c")))
                                .renaming("old->new, new.a->c")
                                .safely(
                                        "expect unique (a) on old",
                                        "expect check (a <> 'z') on old",
                                        "rename table old to new",
                                        "rename column new.a to c",
                                        "drop unique (b) on new (uq_b)",
                                        "drop check (b > 0) on new (ck_b)",
                                        "add unique (c) on new (uq_c)",
                                        "add check (c <> 'z') on new (ck_c)")
                                .safelyBack(
                                        "expect check (b > 0) on new",
                                        "expect unique (b) on new",
                                        "drop check (c <> 'z') on new (ck_c)",
                                        "drop unique (c) on new (uq_c)",
                                        "add check (b > 0) on new (ck_b)",
                                        "add unique (b) on new (uq_b)",
                                        "rename column new.c to a",
                                        "rename table new to old"))
                        .breaking("insert into old values (3, 'z', 3)")
                        .breakingBack("insert into new values (3, 'q', 2)"),
                of(Change.of("a check comes to a column that gets a smaller type")
                                .from(t(column("a", integer()), check("ck", "a < 100000")))
                                .with("insert into t values (1, 1), (2, 0)")
                                .to(t(column("a", smallint()), check("ck", "a between 0 and 1")))
                                .safely(
                                        "expect check (a BETWEEN -32768 AND 32767) on t",
                                        "expect check (CAST(a AS smallint) between 0 and 1) on t",
                                        "drop check (a < 100000) on t (ck)",
                                        "alter column t.a: type integer -> smallint",
                                        "add check (a between 0 and 1) on t (ck)"))
                        .breaking("insert into t values (3, 2)"),
                of(Change.of("a key comes to a column whose texts become numbers")
                                .from(t(column("a", text())))
                                .with("insert into t values (1, '1'), (2, '2')")
                                .to(t(column("a", integer()), unique("uq", "a"))))
                        .breaking("insert into t values (3, '01')"),
                of(Change.of("a key stays on a column whose numbers are rounded")
                                .from(t(column("a", numeric(10, 2)), unique("uq", "a")))
                                .with("insert into t values (1, 1.2), (2, 2.2)")
                                .to(t(column("a", numeric(10, 0)), unique("uq", "a")))
                                .meanwhile("insert into t values (3, 5)"))
                        .breaking("insert into t values (3, 1.3)"),
                of(Change.of("a new column has one value in all rows and is a key")
                                .from(t())
                                .with("insert into t values (1)")
                                .to(t(column("a", integer()).defaultTo("7"), unique("uq", "a"))))
                        .breaking("insert into t values (2)"),
                of(Change.of("a column refers to rows once it is a number")
                                .from(parent(), t(column("a", text()).nullable()))
                                .with("insert into parent values (1)", "insert into t values (1, '1'), (2, null)")
                                .to(
                                        parent(),
                                        t(
                                                column("a", bigint()).nullable(),
                                                foreignKey("fk", "a").references("parent", "id"))))
                        .breaking("insert into t values (3, '2')"),
                of(Change.of("a column refers to rows once it is a number, and both tables are renamed")
                                .from(parent(), t(column("a", text()).nullable()))
                                .with("insert into parent values (1)", "insert into t values (1, '1'), (2, null)")
                                .renaming("t->child, parent->elder")
                                .to(
                                        parent().named(QualifiedName.of("elder")),
                                        t(
                                                        column("a", bigint()).nullable(),
                                                        foreignKey("fk", "a").references("elder", "id"))
                                                .named(QualifiedName.of("child"))))
                        .breaking("insert into t values (3, '2')"),
                of(Change.of("a new column has a value of a new type in all rows and is a key")
                                .from(t())
                                .with("insert into t values (1)")
                                .to(
                                        enumType("mood", "sad", "ok"),
                                        t(column("a", named("mood")).defaultTo("'ok'::mood"), unique("uq", "a"))))
                        .breaking("insert into t values (2)"),
                of(Change.of("a new column refers to the same row in all rows")
                                .from(parent(), t())
                                .with("insert into parent values (1)", "insert into t values (1)")
                                .to(
                                        parent(),
                                        t(
                                                column("a", bigint()).defaultTo("1"),
                                                foreignKey("fk", "a").references("parent", "id"))))
                        .breaking("delete from parent"),
                of(Change.of("a check is about what fills a column")
                                .from(t(column("a", integer()).nullable(), column("b", integer())))
                                .with("insert into t values (1, null, 1), (2, 5, 1)")
                                .to(t(column("a", integer()), column("b", integer()), check("ck", "a > b")))
                                .putting("t", "a", "3"))
                        .breaking("insert into t values (3, null, 4)"),
                of(Change.of("a check is about a new column and an old one")
                                .from(t(column("b", integer())))
                                .with("insert into t values (1, 1)")
                                .to(t(
                                        column("b", integer()),
                                        column("a", integer()).nullable(),
                                        check("ck", "b < 5 or a > 0 is true"))))
                        .breaking("insert into t values (2, 6)"),
                of(Change.of("a computed column is a key and has a check")
                                .from(t(column("b", integer())))
                                .with("insert into t values (1, 1), (2, 2)")
                                .to(t(
                                        column("b", integer()),
                                        column("a", integer()).nullable().generatedAs("b % 10"),
                                        unique("uq", "a"),
                                        check("ck", "a < 9"))))
                        .breaking("insert into t values (3, 11)"),
                of(Change.of("a check allows more, and less on the way back")
                                .from(t(column("a", varchar(9)), check("ck", "a in ('X','Y')")))
                                .with("insert into t values (1, 'X')")
                                .to(t(column("a", varchar(9)), check("ck", "a in ('X','Y','Z')"))))
                        .breakingBack("insert into t values (2, 'Z')"),
                of(Change.of("a value of an enum type comes, and goes on the way back")
                                .from(enumType("mood", "ok"), t(column("m", named("mood"))))
                                .with("insert into t values (1, 'ok')")
                                .to(enumType("mood", "ok", "sad"), t(column("m", named("mood")))))
                        .breakingBack("insert into t values (2, 'sad')"));
    }

    /** Columns that may be NULL and need a value in some rows. */
    static List<GuardedChange> ofSomeRows() {
        Table vehicle = t(column("kind", varchar(9)), column("x", integer()).nullable());
        return List.of(
                of(Change.of("a new column that may be NULL belongs to a primitive attribute")
                                .from(vehicle)
                                .with("insert into t values (1, 'CAR', null)")
                                .to(vehicle.with(column("uses", bool()).nullable()))
                                .knowing(primitive("uses", new InitialValues.Primitive("false", null, List.of())))
                                .safely("add column t.uses boolean", "alter column t.uses: default false -> none")
                                .safelyBack("drop column t.uses"))
                        .after("<uses>false</uses>"),
                of(Change.of("a new column belongs to a primitive attribute of a subclass")
                                .from(vehicle)
                                .with("insert into t values (1, 'CAR', 1), (2, 'TRUCK', 2)")
                                .to(vehicle.with(column("axles", integer()).nullable()))
                                .knowing(primitive(
                                        "axles", new InitialValues.Primitive("2", "kind = 'TRUCK'", List.of())))
                                .safely(
                                        "add column t.axles integer",
                                        "fill column t.axles with 2 where it is NULL and kind = 'TRUCK'"))
                        .after("<x>1</x>\n</row>")
                        .after("<x>2</x>\n  <axles>2</axles>"),
                of(Change.of("a new column belongs to a primitive attribute of a subclass that is new as well")
                                .from(vehicle.with(check("ck", "kind in ('CAR')")))
                                .with("insert into t values (1, 'CAR', 1)")
                                .to(vehicle.with(check("ck", "kind in ('CAR','TRUCK')"))
                                        .with(column("axles", integer()).nullable()))
                                .knowing(primitive(
                                        "axles", new InitialValues.Primitive("2", "kind = 'TRUCK'", List.of())))
                                .safely(
                                        "drop check ((kind)::text = 'CAR'::text) on t (ck)",
                                        "add column t.axles integer",
                                        "add check (kind in ('CAR','TRUCK')) on t (ck)"))
                        .breakingBack("insert into t values (2, 'TRUCK', 2, 2)"),
                of(Change.of("a new column belongs to a primitive attribute of an embeddable that some rows"
                                        + " do not have")
                                .from(vehicle)
                                .with("insert into t values (1, 'CAR', 1), (2, 'CAR', null)")
                                .to(vehicle.with(column("odd \"y\"", integer()).nullable()))
                                .knowing(primitive("odd \"y\"", new InitialValues.Primitive("0", null, List.of("x"))))
                                .safely(
                                        "add column t.odd \"y\" integer",
                                        "fill column t.odd \"y\" with 0 where it is NULL and x IS NOT NULL"))
                        .after("<x xsi:nil=\"true\"/>\n  <odd_x0020__x0022_y_x0022_ xsi:nil=\"true\"/>\n</row>"),
                of(Change.of("a new column belongs to a primitive attribute of an embeddable that is new as well")
                        .from(t())
                        .with("insert into t values (1)")
                        .to(t(
                                column("a", integer()).nullable(),
                                column("b", text()).nullable()))
                        .knowing(primitive("a", new InitialValues.Primitive("0", null, List.of("b"))))
                        .safely("add column t.a integer", "add column t.b text")),
                of(Change.of("a subclass gets a required attribute whose value is known")
                                .from(vehicle.with(check("ck", "kind <> 'TRUCK' or (x is not null)")))
                                .with("insert into t values (1, 'CAR', null), (2, 'TRUCK', 2)")
                                .to(vehicle.with(column("load", integer()).nullable())
                                        .with(check("ck", "kind <> 'TRUCK' or (x is not null and load is not null)")))
                                .putting("t", "load", "9")
                                .safely(
                                        "drop check (((kind)::text <> 'TRUCK'::text) OR (x IS NOT NULL)) on t (ck)",
                                        "add column t.load integer",
                                        "fill column t.load with 9 where it is NULL and kind = 'TRUCK'",
                                        "add check (kind <> 'TRUCK' or (x is not null and load is not null)) on t (ck)")
                                .meanwhile("insert into t values (3, 'TRUCK', 3, 4)"))
                        .after("<x>2</x>\n  <load>9</load>"),
                of(Change.of("a subclass loses a required attribute, whose value is asked for on the way back")
                        .from(vehicle.with(check("ck", "kind <> 'TRUCK' or (x is not null)")))
                        .with("insert into t values (1, 'CAR', null), (2, 'TRUCK', 2)")
                        .to(t(column("kind", varchar(9))))
                        .meanwhile("delete from t where kind = 'TRUCK'")
                        .safelyBack(
                                "add column t.x integer",
                                "fill column t.x, with what is not said yet, where it is NULL and"
                                        + " (kind)::text = 'TRUCK'::text",
                                "add check (((kind)::text <> 'TRUCK'::text) OR (x IS NOT NULL)) on t (ck)")),
                of(Change.of("an attribute of a subclass that may be missing becomes primitive")
                                .from(vehicle)
                                .with("insert into t values (1, 'CAR', null), (2, 'TRUCK', null), (3, 'TRUCK', 5)")
                                .to(vehicle.with(check("ck", "kind <> 'TRUCK' or x is not null")))
                                .knowing(primitive("x", new InitialValues.Primitive("0", "kind = 'TRUCK'", List.of())))
                                .safely(
                                        "fill column t.x with 0 where it is NULL and kind = 'TRUCK'",
                                        "add check (kind <> 'TRUCK' or x is not null) on t (ck)"))
                        .after("<id>2</id>\n  <kind>TRUCK</kind>\n  <x>0</x>"));
    }

    private static InitialValues primitive(String column, InitialValues.Primitive primitive) {
        return InitialValues.NONE.and(QualifiedName.of("t"), column, primitive);
    }

    /** The ways in which a column stores the constants of an enum. */
    static List<GuardedChange> ofEnums() {
        return List.of(
                of(Change.of("an enum is stored by name instead of by ordinal")
                                .from(t(column("s", smallint()).nullable(), check("ck", "s between 0 and 1")))
                                .with("insert into t values (1, 0), (2, 1), (3, null)")
                                .to(t(column("s", varchar(255)).nullable(), check("ck", "s in ('NEW','OLD')")))
                                .knowing(constants("'NEW'", "'OLD'"))
                                .safely(
                                        "expect check (s IN (0, 1)) on t",
                                        "drop check ((s >= 0) AND (s <= 1)) on t (ck)",
                                        "alter column t.s: type smallint -> varchar(255), using CASE s WHEN 0 THEN"
                                                + " 'NEW' WHEN 1 THEN 'OLD' END",
                                        "add check (s in ('NEW','OLD')) on t (ck)")
                                .safelyBack(
                                        "expect check (s IN ('NEW', 'OLD')) on t",
                                        "drop check (s in ('NEW','OLD')) on t (ck)",
                                        "alter column t.s: type varchar(255) -> smallint, using CASE s WHEN 'NEW' THEN"
                                                + " 0 WHEN 'OLD' THEN 1 END",
                                        "add check ((s >= 0) AND (s <= 1)) on t (ck)"))
                        .after("<s>NEW</s>")
                        .afterBack("<id>2</id>\n  <s>1</s>"),
                of(Change.of("an enum that nobody checks is stored by ordinal instead of by name")
                                .from(t(column("s", text())))
                                .with("insert into t values (1, 'OLD')")
                                .to(t(column("s", smallint()), check("ck", "s between 0 and 1")))
                                .knowing(constants("0", "1")))
                        .breaking("insert into t values (2, 'OTHER')")
                        .after("<s>1</s>")
                        .afterBack("<s>OLD</s>"),
                of(Change.of("an enum gets a type of its own instead of ordinals")
                                .from(t(column("s", integer()).nullable()))
                                .with("insert into t values (1, 1), (2, null)")
                                .to(
                                        enumType("state", "NEW", "OLD"),
                                        t(column("s", named("state")).nullable()))
                                .knowing(constants("'NEW'", "'OLD'")))
                        .breaking("insert into t values (3, 7)")
                        .after("<s>OLD</s>")
                        .afterBack("<s>1</s>"),
                of(Change.of("an enum is stored by a value of each constant instead of by its ordinal")
                                .from(t(column("s", smallint()), check("ck", "s between 0 and 1")))
                                .with("insert into t values (1, 1)")
                                .to(t(column("s", integer()), check("ck", "s in (10,20)")))
                                .knowing(constants("10", "20")))
                        .after("<s>20</s>")
                        .afterBack("<s>1</s>"),
                of(Change.of("an array of an enum is stored by name instead of by ordinal")
                                .from(t(column("s", array(smallint())).nullable()))
                                .with("insert into t values (1, '{1,NULL,0,1}'), (2, '{}'), (3, null)")
                                .to(t(column("s", array(varchar(255))).nullable()))
                                .knowing(constants("'NEW'", "'OLD'"))
                                .safely(
                                        "expect check (array_remove(s::text[], NULL) <@ ARRAY['0', '1']) on t",
                                        "alter column t.s: type smallint[] -> varchar(255)[], using"
                                                + " CAST(array_replace(array_replace(s::text[], '0', 'NEW'), '1', 'OLD')"
                                                + " AS varchar(255)[])")
                                .safelyBack(
                                        "expect check (array_remove(s::text[], NULL) <@ ARRAY['NEW', 'OLD']) on t",
                                        "alter column t.s: type varchar(255)[] -> smallint[], using"
                                                + " CAST(array_replace(array_replace(s::text[], 'NEW', '0'), 'OLD', '1')"
                                                + " AS smallint[])"))
                        .breaking("insert into t values (4, '{0,2}')")
                        .breakingBack("insert into t values (4, '{OTHER}')")
                        .after("<element>OLD</element><element>NEW</element><element>OLD</element>")
                        .afterBack("<element>1</element><element>0</element><element>1</element>"),
                of(Change.of("an array of an enum gets a type of its own instead of ordinals")
                                .from(t(column("s", array(smallint())).nullable()))
                                .with("insert into t values (1, '{1,0}'), (2, null)")
                                .to(
                                        enumType("state", "NEW", "OLD"),
                                        t(column("s", array(named("state"))).nullable()))
                                .knowing(constants("'NEW'", "'OLD'")))
                        .breaking("insert into t values (3, '{7}')")
                        .after("<element>OLD</element>")
                        .afterBack("<element>1</element>"),
                of(Change.of("an enum loses a constant while it goes from ordinals to names")
                                .from(t(column("s", smallint()).nullable(), check("ck", "s between 0 and 2")))
                                .with("insert into t values (1, null)")
                                .to(t(column("s", varchar(9)).nullable(), check("ck", "s in ('NEW','OLD')")))
                                .knowing(constants("'NEW'", "'OLD'")))
                        .breaking("insert into t values (2, 1)")
                        .breakingBack("insert into t values (2, 'OLD')"),
                of(Change.of("an enum changes a constant, which another column shows, while it goes from"
                                        + " ordinals to names")
                                .from(t(
                                        column("s", smallint()).nullable(),
                                        column("other", varchar(9)),
                                        check("ck", "other in ('NEW','GONE')")))
                                .with("insert into t values (1, null, 'NEW')")
                                .to(t(
                                        column("s", varchar(9)).nullable(),
                                        column("other", varchar(9)),
                                        check("ck", "other in ('NEW','OLD')")))
                                .knowing(constants("'NEW'", "'OLD'")
                                        .and(
                                                QualifiedName.of("t"),
                                                "other",
                                                new InitialValues.Constants(
                                                        List.of("NEW", "OLD"), List.of("'NEW'", "'OLD'")))))
                        .breaking("insert into t values (2, 1, 'NEW')"),
                of(Change.of("a table comes with a value of its enum type, and goes with its rows on the way back")
                        .from(enumType("mood", "ok"), t(column("m", named("mood"))))
                        .with("insert into t values (1, 'ok')")
                        .to(
                                enumType("mood", "ok", "sad"),
                                t(
                                        column("m", named("mood")),
                                        column("n", named("mood")).nullable()),
                                table("u", column("m", named("mood"))))
                        .meanwhile("insert into u values ('sad')", "insert into t values (2, 'ok', 'sad')")
                        .safelyBack(
                                "expect check (m::text NOT IN ('sad')) on t",
                                "drop column t.n",
                                "drop table u",
                                "alter enum type mood from [ok, sad] to [ok]")),
                of(Change.of("a table goes with its rows before its enum type loses their value")
                        .from(
                                enumType("mood", "ok", "sad"),
                                t(column("m", named("mood"))),
                                table("u", column("m", named("mood"))))
                        .with("insert into t values (1, 'ok')", "insert into u values ('sad')")
                        .to(enumType("mood", "ok"), t(column("m", named("mood"))))
                        .safely(
                                "expect check (m::text NOT IN ('sad')) on t",
                                "drop table u",
                                "alter enum type mood from [ok, sad] to [ok]")));
    }

    private static Table parent() {
        return table("parent", column("id", bigint()), primaryKey("pk_parent", "id"));
    }

    /** Of an enum with the constants NEW and OLD in column s of table t. */
    private static InitialValues constants(String... stored) {
        return InitialValues.NONE.and(
                QualifiedName.of("t"), "s", new InitialValues.Constants(List.of("NEW", "OLD"), List.of(stored)));
    }
}
