package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Table;
import java.util.List;

/** Primary keys, unique constraints, checks and exclusions. */
final class KeyChanges {

    private KeyChanges() {}

    private static Table t(Constraint... constraints) {
        Table table = table(
                "t",
                column("a", integer()),
                column("b", integer()),
                column("c", text()),
                column("r", type("int4range")));
        for (Constraint constraint : constraints) {
            table = table.with(constraint);
        }
        return table;
    }

    private static Change change(String name) {
        return Change.of(name).with("insert into t values (1, 2, 'x', '[1,2)')");
    }

    static List<Change> all() {
        Constraint.Unique uniqueA = unique(null, "a");
        return List.of(
                change("a primary key is added")
                        .from(t())
                        .to(t(primaryKey(null, "a")))
                        .does("add primary key (a) on t (pk_t)"),
                change("a primary key is dropped")
                        .from(t(primaryKey(null, "a")))
                        .to(t())
                        .does("drop primary key (a) on t (pk_t)"),
                change("a primary key gets other columns")
                        .from(t(primaryKey(null, "a")))
                        .to(t(primaryKey(null, "b", "a")))
                        .does("drop primary key (a) on t (pk_t)", "add primary key (b, a) on t (pk_t)"),
                change("a primary key becomes deferrable")
                        .from(t(primaryKey(null, "a")))
                        .to(t(primaryKey(null, "a").deferrability(Deferrability.INITIALLY_DEFERRED)))
                        .does(
                                "drop primary key (a) on t (pk_t)",
                                "add primary key (a) deferrable initially deferred on t (pk_t)"),
                change("a primary key is renamed")
                        .from(t(primaryKey("old_key", "a")))
                        .to(t(primaryKey("new_key", "a")))
                        .does("rename constraint old_key of t to new_key"),
                change("a primary key whose name nobody chose keeps the one it has")
                        .from(t(primaryKey("old_key", "a")))
                        .to(t(primaryKey(null, "a")))
                        .does(),
                change("a unique constraint is added").from(t()).to(t(uniqueA)).does("add unique (a) on t (uq_t_a)"),
                change("a unique constraint is dropped")
                        .from(t(uniqueA))
                        .to(t())
                        .does("drop unique (a) on t (uq_t_a)"),
                change("a unique constraint gets its columns in another order")
                        .from(t(unique("uq", "a", "b")))
                        .to(t(unique("uq", "b", "a")))
                        .does("drop unique (a, b) on t (uq)", "add unique (b, a) on t (uq)"),
                change("a unique constraint is deferred")
                        .from(t(uniqueA))
                        .to(t(uniqueA.deferrability(Deferrability.INITIALLY_DEFERRED)))
                        .does(
                                "drop unique (a) on t (uq_t_a)",
                                "add unique (a) deferrable initially deferred on t (uq_t_a)"),
                change("a deferred unique constraint becomes immediate")
                        .from(t(uniqueA.deferrability(Deferrability.INITIALLY_DEFERRED)))
                        .to(t(uniqueA.deferrability(Deferrability.INITIALLY_IMMEDIATE)))
                        .does(
                                "drop unique (a) deferrable initially deferred on t (uq_t_a)",
                                "add unique (a) deferrable on t (uq_t_a)"),
                change("a unique constraint takes NULLs for equal")
                        .from(t(uniqueA))
                        .to(t(uniqueA.nullsNotDistinct(true)))
                        .does("drop unique (a) on t (uq_t_a)", "add unique (a) nulls not distinct on t (uq_t_a)"),
                change("a unique constraint is renamed")
                        .from(t(unique("u1", "a"), unique("u2", "b")))
                        .to(t(unique("u1", "a"), unique("u3", "b")))
                        .does("rename constraint u2 of t to u3"),
                change("a unique constraint becomes a unique index")
                        .from(t(unique("u", "a")))
                        .to(t().with(index("u", "a").unique(true)))
                        .does("drop unique (a) on t (u)", "create unique index (a) on t (u)"),
                change("a check is added").from(t()).to(t(check("ck", "a < b"))).does("add check (a < b) on t (ck)"),
                change("a check is dropped")
                        .from(t(check("ck", "a < b")))
                        .to(t())
                        .does("drop check (a < b) on t (ck)"),
                change("a check is changed")
                        .from(t(check("ck", "a < b")))
                        .to(t(check("ck", "a <= b")))
                        .does("drop check (a < b) on t (ck)", "add check (a <= b) on t (ck)"),
                change("a check is renamed")
                        .from(t(check("old_ck", "a<b")))
                        .to(t(check("new_ck", "a < b")))
                        .does("rename constraint old_ck of t to new_ck"),
                change("checks in other spellings are the same")
                        .from(t(
                                check("c1", "a between 0 and 9 and c in ('x', 'y')"),
                                check("c2", "length(c) < 9 or b is not null"),
                                check("c3", "c ~ '^[a-z(]+$'")))
                        .to(t(
                                check("c1", "(a BETWEEN 0 AND 9) AND c = ANY (ARRAY['x', 'y'])"),
                                check("c2", "((length(c)<9)) OR (b IS NOT NULL)"),
                                check("c3", "(c ~ '^[a-z(]+$'::text)")))
                        .does(),
                change("a check whose name nobody chose is recognised by its condition")
                        .from(t(check("made_by_hand", "a < b")))
                        .to(t(check(null, "(a < b)")))
                        .does(),
                change("the check of an enumeration gets one more constant")
                        .from(t(check(null, "c in ('x', 'y')")))
                        .to(t(check(null, "c in ('x', 'y', 'z')")))
                        .does(
                                "drop check (c = ANY (ARRAY['x'::text, 'y'::text])) on t (ck_t_c)",
                                "add check (c in ('x', 'y', 'z')) on t (ck_t_c)"),
                change("the check of an enumeration loses a constant")
                        .from(t(check(null, "a between 0 and 2")))
                        .to(t(check(null, "a between 0 and 1")))
                        .does(
                                "drop check ((a >= 0) AND (a <= 2)) on t (ck_t_a)",
                                "add check (a between 0 and 1) on t (ck_t_a)"),
                change("one of several checks is dropped")
                        .from(t(check(null, "a > 0"), check(null, "b > 0"), check(null, "a > -1")))
                        .to(t(check(null, "a > 0"), check(null, "a > -1")))
                        .does("drop check (b > 0) on t (ck_t_b)"),
                change("an exclusion constraint is added")
                        .from(t())
                        .to(t(exclusion("ex", "USING gist (r WITH &&) WHERE ((a > 0))")))
                        .does("add exclude USING gist (r WITH &&) WHERE ((a > 0)) on t (ex)"),
                change("an exclusion constraint is changed and deferred")
                        .from(t(exclusion("ex", "USING gist (r WITH &&)")))
                        .to(t(exclusion("ex", "USING gist (r WITH -|-) DEFERRABLE INITIALLY DEFERRED")))
                        .does(
                                "drop exclude USING gist (r WITH &&) on t (ex)",
                                "add exclude USING gist (r WITH -|-) DEFERRABLE INITIALLY DEFERRED on t (ex)"),
                change("an exclusion constraint is renamed")
                        .from(t(exclusion("old_ex", "USING gist (r WITH &&)")))
                        .to(t(exclusion("new_ex", "USING gist (r WITH &&)")))
                        .does("rename constraint old_ex of t to new_ex"));
    }
}
