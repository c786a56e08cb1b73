package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.desc;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.jsonb;
import static dev.albedo.schema.Types.text;

import dev.albedo.schema.Index;
import dev.albedo.schema.Index.Nulls;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.List;

/** Indexes and all their parts. */
final class IndexChanges {

    private IndexChanges() {}

    private static Table t(Index... indexes) {
        return table(
                        "t",
                        column("a", integer()).nullable(),
                        column("b", text()).nullable(),
                        column("c", jsonb()).nullable())
                .indexes(List.of(indexes));
    }

    private static Change replaces(String name, Index from, Index to) {
        return Change.of(name)
                .from(t(from))
                .to(t(to))
                .with("insert into t values (1, 'x', '{}'), (2, null, null)")
                .does("drop " + from.describe() + " on t (ix)", "create " + to.describe() + " on t (ix)");
    }

    private static Change same(String name, Index from, Index to) {
        return Change.of(name).from(t(from)).to(t(to)).does();
    }

    static List<Change> all() {
        Index ix = index("ix", "a");
        return List.of(
                Change.of("an index is added").from(t()).to(t(index(null, "a"))).does("create index (a) on t (ix_t_a)"),
                Change.of("an index is dropped")
                        .from(t(index(null, "a")))
                        .to(t())
                        .does("drop index (a) on t (ix_t_a)"),
                Change.of("an index in another schema is added")
                        .from(t().named(QualifiedName.parse("sales.t")))
                        .to(t(index(null, "a")).named(QualifiedName.parse("sales.t")))
                        .does("create index (a) on sales.t (ix_t_a)"),
                Change.of("an index with a name that is too long is cut the same way each time")
                        .from(t().named(QualifiedName.of("a_table_whose_name_is_so_long_that_nothing_fits_behind_it")))
                        .to(t(index(null, "a", "b"))
                                .named(QualifiedName.of("a_table_whose_name_is_so_long_that_nothing_fits_behind_it")))
                        .does(
                                "create index (a, b) on a_table_whose_name_is_so_long_that_nothing_fits_behind_it (ix_a_table_whose_name_is_so_long_that_nothing_fits_beh_0ed4dc48)"),
                Change.of("an index is renamed")
                        .from(t(index("old_ix", "a")))
                        .to(t(index("new_ix", "a")))
                        .does("rename index old_ix of t to new_ix"),
                Change.of("an index whose name nobody chose keeps the one it has")
                        .from(t(index("idxjk3h2", "a")))
                        .to(t(index(null, "a")))
                        .does(),
                replaces("an index gets one more column", ix, index("ix", "a", "b")),
                replaces("an index gets its columns in another order", index("ix", "a", "b"), index("ix", "b", "a")),
                replaces("an index runs down", ix, index("ix", desc("a"))),
                replaces("an index has NULLs first", ix, index("ix", asc("a").nulls(Nulls.FIRST))),
                replaces(
                        "an index that runs down has NULLs last",
                        index("ix", desc("a")),
                        index("ix", desc("a").nulls(Nulls.LAST))),
                same(
                        "an index says where NULLs go anyway",
                        index("ix", desc("a")),
                        index("ix", desc("a").nulls(Nulls.FIRST))),
                replaces("an index becomes unique", ix, ix.unique(true)),
                replaces(
                        "a unique index takes NULLs for equal",
                        ix.unique(true),
                        ix.unique(true).nullsNotDistinct(true)),
                replaces("an index gets another method", ix, ix.using("hash")),
                replaces(
                        "an index gets an operator class",
                        index("ix", "b"),
                        index("ix", asc("b").operatorClass("text_pattern_ops"))),
                replaces(
                        "a GIN index gets another operator class",
                        index("ix", "c").using("gin"),
                        index("ix", asc("c").operatorClass("jsonb_path_ops")).using("gin")),
                replaces("an index gets a collation", index("ix", "b"), index("ix", asc("b").collate("POSIX"))),
                replaces("an index includes columns", ix, ix.including("b", "c")),
                replaces("an index becomes partial", ix, ix.where("a > 0 and b is not null")),
                replaces("an index gets another condition", ix.where("a > 0"), ix.where("a > 1")),
                same(
                        "a condition in another spelling is the same",
                        ix.where("a>0 and b in ('x','y')"),
                        ix.where("(a > 0) AND (b = ANY (ARRAY['x', 'y']))")),
                replaces("an index is on an expression", index("ix", "b"), index("ix", expression("lower(b)"))),
                replaces(
                        "an index gets another expression",
                        index("ix", expression("lower(b)")),
                        index("ix", expression("upper(b)"))),
                replaces(
                        "an expression runs down and has a collation",
                        index("ix", expression("lower(b)")),
                        index("ix", expression("lower(b)").desc().collate("POSIX"))),
                replaces(
                        "an expression moves behind a column",
                        index("ix", expression("a + 1"), asc("b")),
                        index("ix", asc("b"), expression("a + 1"))),
                same(
                        "expressions in other spellings are the same",
                        index("ix", expression("coalesce(b,'(')||'x'"), expression("c->>'k'"), expression("(a+1)*2")),
                        index(
                                "ix",
                                expression("(COALESCE(b, '('::text) || 'x')"),
                                expression("(c ->> 'k')"),
                                expression("(a + 1) * 2"))),
                replaces(
                        "everything about an index changes at once",
                        index("ix", asc("a"), expression("lower(b)").desc()).where("a > 0"),
                        index(
                                        "ix",
                                        desc("b")
                                                .nulls(Nulls.LAST)
                                                .operatorClass("text_pattern_ops")
                                                .collate("C"),
                                        asc("a"))
                                .unique(true)
                                .including("c")
                                .where("b <> ''")
                                .nullsNotDistinct(true)));
    }
}
