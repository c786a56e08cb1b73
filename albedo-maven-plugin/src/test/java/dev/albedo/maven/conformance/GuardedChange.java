package dev.albedo.maven.conformance;

import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Words.check;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.primaryKey;
import static dev.albedo.schema.Words.table;
import static dev.albedo.schema.Words.unique;

import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
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
        return named("t", elements);
    }

    private static Table named(String name, TableElement... elements) {
        Table table = table(name, column("id", bigint()), primaryKey("pk", "id"));
        for (TableElement element : elements) {
            table = table.with(element);
        }
        return table;
    }

    static List<GuardedChange> all() {
        return List.of(of(Change.of(
                                "a renamed table gets a check and a unique constraint over a renamed column, and loses others")
                        .from(named(
                                "old",
                                column("a", text()),
                                column("b", integer()),
                                check("ck_b", "b > 0"),
                                unique("uq_b", "b")))
                        .with("insert into old values (1, 'x', 1), (2, 'y', 2)")
                        .to(named(
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
                .breakingBack("insert into new values (3, 'q', 2)"));
    }
}
