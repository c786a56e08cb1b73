package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Index;
import dev.albedo.schema.Index.Nulls;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import java.util.ArrayList;
import java.util.List;

/** Keys, checks and indexes as Alembic's own tests have them, where no other case is the same. */
final class AlembicKeyChanges {

    private AlembicKeyChanges() {}

    private static Table t(TableElement... elements) {
        return with(table("t", column("x", integer()), column("y", integer())), elements);
    }

    private static Table with(Table table, TableElement... elements) {
        Table all = table;
        for (TableElement element : elements) {
            all = all.with(element);
        }
        return all;
    }

    private static Change change(String name, Table from, Table to, String... does) {
        return Change.of(name).from(from).to(to).does(does);
    }

    private static Change same(String name, Table... tables) {
        return Change.of(name).from((Object[]) tables).to((Object[]) tables).does();
    }

    static List<Change> all() {
        List<Change> all = new ArrayList<>(uniques());
        all.addAll(indexes());
        all.addAll(directions());
        all.addAll(foreignKeys());
        all.addAll(checks());
        return all;
    }

    private static List<Change> uniques() {
        Table two = table(
                "t",
                column("id", bigint()),
                column("sid", integer()),
                column("label", varchar(30)),
                column("fid", integer()),
                primaryKey(null, "id"),
                unique(null, "sid", "fid"));
        return List.of(
                change(
                        "an index becomes a named unique constraint",
                        t(index(null, "x")),
                        t(unique("uq_user_name", "x")),
                        "drop index (x) on t (ix_t_x)",
                        "add unique (x) on t (uq_user_name)"),
                change(
                        "a named unique constraint is added beside an index",
                        t(index(null, "y")),
                        t(index(null, "y"), unique("uq_email", "x")),
                        "add unique (x) on t (uq_email)"),
                change(
                        "an index beside a unique constraint becomes unique",
                        t(unique("uq_t", "x", "y"), index("i", "y")),
                        t(unique("uq_t", "x", "y"), index("i", "y").unique(true)),
                        "drop index (y) on t (i)",
                        "create unique index (y) on t (i)"),
                same(
                        "a unique index that has its column's name is the same",
                        t(index("x", "x").unique(true))),
                change(
                        "a unique constraint whose name nobody chose keeps the one it has",
                        t(unique("db_generated_name", "x")),
                        t(unique(null, "x"))),
                change(
                        "a named unique constraint gets one more column",
                        t(unique("nochange", "x")),
                        t(unique("nochange", "x", "y")),
                        "drop unique (x) on t (nochange)",
                        "add unique (x, y) on t (nochange)"),
                change(
                        "a unique constraint whose name nobody chose gets one more column",
                        t(unique(null, "x")),
                        t(unique(null, "x", "y")),
                        "drop unique (x) on t (uq_t_x)",
                        "add unique (x, y) on t (uq_t_x_y)"),
                same(
                        "a unique constraint and an index on one column are the same",
                        t(unique(null, "x"), index(null, "x"))),
                same(
                        "names by the convention are the same in mixed case",
                        table("NothingChanged", column("XCol", integer()), unique(null, "XCol"), index(null, "XCol"))),
                same(
                        "chosen names are the same in mixed case",
                        t(unique("SomeConstraint", "x"), index("SomeIndex", "y"))),
                same("unique constraints that share a column are the same", two.with(unique(null, "sid", "label"))),
                change(
                        "one of two unique constraints that share a column is dropped",
                        two.with(unique(null, "sid", "label")),
                        two,
                        "drop unique (sid, label) on t (uq_t_sid_label)"),
                change(
                        "only the case of a unique constraint's name changes",
                        t(unique("SomeCasingConvention", "x")),
                        t(unique("somecasingconvention", "x")),
                        "rename constraint SomeCasingConvention of t to somecasingconvention"),
                Change.of("a table with a unique constraint is dropped with it")
                        .from(t(unique("uq_y", "y")))
                        .does("drop table t"),
                Change.of("a table with a unique constraint is created with it")
                        .to(t(unique(null, "y")))
                        .does("create table t"),
                change(
                        "a named unique index is dropped",
                        t(index("xidx", "x").unique(true)),
                        t(),
                        "drop unique index (x) on t (xidx)"),
                change(
                        "a named unique constraint is dropped",
                        t(unique("xidx", "x")),
                        t(),
                        "drop unique (x) on t (xidx)"));
    }

    private static List<Change> indexes() {
        return List.of(
                same("an index that has its column's name is the same", t(index("x", "x"))),
                change(
                        "an index that has its column's name is added",
                        t(),
                        t(index("x", "x")),
                        "create index (x) on t (x)"),
                change(
                        "an index that has its column's name is dropped",
                        t(index("x", "x")),
                        t(),
                        "drop index (x) on t (x)"),
                Change.of("a new table's indexes come with it")
                        .to(t(index(null, "x"), index("newtable_idx", "y")))
                        .does("create table t"),
                Change.of("a table's indexes go with it")
                        .from(t(index("xy_idx", "x", "y"), index("y_idx", "y")))
                        .does("drop table t"),
                change(
                        "only the case of an index's name changes",
                        t(index("SomeCasingConvention", "x")),
                        t(index("somecasingconvention", "x")),
                        "rename index SomeCasingConvention of t to somecasingconvention"));
    }

    private static List<Change> directions() {
        Index.Part last = asc("y").nulls(Nulls.LAST);
        Index.Part first = asc("y").nulls(Nulls.FIRST);
        Index.Part downLast = desc("y").nulls(Nulls.LAST);
        List<Change> all = new ArrayList<>();
        for (List<Index.Part> pair : List.of(
                List.of(desc("y"), asc("y")),
                List.of(asc("y"), desc("y")),
                List.of(desc("y"), downLast),
                List.of(last, first),
                List.of(first, last),
                List.of(downLast, first))) {
            Index from = index("i", pair.get(0));
            Index to = index("i", pair.get(1));
            all.add(change(
                    "an index runs another way: " + said(pair),
                    t(from),
                    t(to),
                    "drop " + from.describe() + " on t (i)",
                    "create " + to.describe() + " on t (i)"));
        }
        for (List<Index.Part> pair : List.of(
                List.of(asc("y"), asc("y")),
                List.of(desc("y"), desc("y")),
                List.of(last, last),
                List.of(first, first),
                List.of(asc("y"), last),
                List.of(desc("y"), desc("y").nulls(Nulls.FIRST)),
                List.of(last, asc("y")))) {
            all.add(change(
                    "an index runs the same way: " + said(pair),
                    t(index("i", pair.get(0))),
                    t(index("i", pair.get(1)))));
        }
        return all;
    }

    private static String said(List<Index.Part> pair) {
        return pair.stream()
                .map(part -> (part.descending() ? "down, NULLs " : "up, NULLs ") + part.nulls())
                .toList()
                .toString();
    }

    private static List<Change> foreignKeys() {
        Table p = table(
                "p",
                column("id1", integer()),
                column("id2", integer()),
                column("x", varchar(20)),
                primaryKey(null, "id1", "id2"),
                unique(null, "x"),
                unique(null, "id1"));
        Constraint.ForeignKey both = foreignKey("fk_test_name", "x", "y").references("p", "id1", "id2");
        Constraint.ForeignKey one = foreignKey("fk", "x").references("p", "id1");
        Constraint.ForeignKey deferred = one.deferrability(Deferrability.INITIALLY_DEFERRED);
        Constraint.ForeignKey immediate = one.deferrability(Deferrability.INITIALLY_IMMEDIATE);
        List<Change> all = new ArrayList<>(List.of(
                same("keys of two columns and references of one and two are the same", p, t(both, one)),
                Change.of("a named foreign key of two columns is added")
                        .from(p, t())
                        .to(p, t(both))
                        .does("add foreign key (x, y) to p (id1, id2) on t (fk_test_name)"),
                Change.of("a foreign key of two columns is dropped")
                        .from(p, t(both))
                        .to(p, t())
                        .does("drop foreign key (x, y) to p (id1, id2) on t (fk_test_name)"),
                Change.of("only the case of a foreign key's name changes")
                        .from(p, t(one.named("FK_Casing")))
                        .to(p, t(one.named("fk_casing")))
                        .does("rename constraint FK_Casing of t to fk_casing"),
                Change.of("a foreign key with a name in mixed case is dropped")
                        .from(p, t(one.named("FkMixedCase")))
                        .to(p, t())
                        .does("drop foreign key (x) to p (id1) on t (FkMixedCase)")));
        for (ReferentialAction action : List.of(ReferentialAction.CASCADE, ReferentialAction.RESTRICT)) {
            all.add(same("a delete that does something stays: " + action, p, t(one.onDelete(action))));
            all.add(same("an update that does something stays: " + action, p, t(one.onUpdate(action))));
            all.add(keys("a delete does nothing any more: " + action, p, one.onDelete(action), one));
            all.add(keys("an update does nothing any more: " + action, p, one.onUpdate(action), one));
        }
        all.add(keys(
                "a delete that was restricted cascades",
                p,
                one.onDelete(ReferentialAction.RESTRICT),
                one.onDelete(ReferentialAction.CASCADE)));
        all.add(keys(
                "an update that was restricted cascades",
                p,
                one.onUpdate(ReferentialAction.RESTRICT),
                one.onUpdate(ReferentialAction.CASCADE)));
        all.add(keys(
                "a delete and an update do something else at once",
                p,
                one.onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.SET_NULL),
                one.onDelete(ReferentialAction.RESTRICT).onUpdate(ReferentialAction.RESTRICT)));
        all.add(same("a deferred foreign key stays", p, t(deferred)));
        all.add(same("a foreign key that can be deferred stays", p, t(immediate)));
        all.add(keys("a deferred foreign key cannot be deferred any more", p, deferred, one));
        all.add(keys("a foreign key can be deferred", p, one, immediate));
        all.add(keys("a foreign key cannot be deferred any more", p, immediate, one));
        return all;
    }

    private static Change keys(String name, Table parent, Constraint.ForeignKey from, Constraint.ForeignKey to) {
        return Change.of(name)
                .from(parent, t(from))
                .to(parent, t(to))
                .does("drop " + from.describe() + " on t (fk)", "add " + to.describe() + " on t (fk)");
    }

    private static List<Change> checks() {
        return List.of(
                change(
                        "several checks are added at once",
                        t(),
                        t(check("ck1", "x > 0"), check("ck2", "y > 0")),
                        "add check (x > 0) on t (ck1)",
                        "add check (y > 0) on t (ck2)"),
                Change.of("a table with a check is created with it")
                        .to(t(check("ck1", "x > 0")))
                        .does("create table t"),
                Change.of("a table with a check is dropped with it")
                        .from(t(check("ck1", "x > 0")))
                        .does("drop table t"),
                Change.of("a table is added in a schema where the default one has its name")
                        .from("test_schema", t())
                        .to(t(), t().named(QualifiedName.parse("test_schema.t")))
                        .does("create table test_schema.t"),
                Change.of("a table is added in the default schema where another one has its name")
                        .from(t().named(QualifiedName.parse("test_schema.t")))
                        .to(t(), t().named(QualifiedName.parse("test_schema.t")))
                        .does("create table t"));
    }
}
