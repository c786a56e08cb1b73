package dev.albedo.maven.writer;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.BackfillColumns;
import dev.albedo.safety.rows.FilledColumn;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Operations that a reader takes in as one: renames, a column with its fill. */
public final class Passages {

    private Passages() {}

    /**
     * Returns the operations in the same order, those of a passage together and every other one alone.
     *
     * @param isRemarkable whether there is something to say about an operation, so that it is not said with the one before it
     */
    public static List<List<Operation>> of(List<Operation> operations, Predicate<Operation> isRemarkable) {
        List<List<Operation>> passages = new ArrayList<>();
        for (int i = 0; i < operations.size(); ) {
            List<Operation> rest = operations.subList(i, operations.size());
            int length = length(rest, isRemarkable);
            passages.add(rest.subList(0, length));
            i += length;
        }
        return passages;
    }

    private static int length(List<Operation> operations, Predicate<Operation> isRemarkable) {
        Optional<StyledRun> styled = StyledRun.startOf(operations, isRemarkable);
        if (styled.isPresent()) {
            return styled.get().length();
        }
        if (FilledColumn.startOf(operations).isPresent() && !isRemarkable.test(operations.get(1))) {
            return 2;
        }
        int run = RenameRuns.length(operations, isRemarkable);
        for (int i = 1; i < run; i++) {
            if (StyledRun.startOf(operations.subList(i, operations.size()), isRemarkable)
                    .isPresent()) {
                return RenameRuns.length(operations.subList(0, i), isRemarkable);
            }
        }
        return Math.max(fillLength(operations), run);
    }

    /** Returns a passage in words, one or more lines, if it is not shown operation by operation. */
    public static List<String> describe(List<Operation> passage) {
        Optional<StyledRun> styled = styled(passage);
        if (styled.isPresent()) {
            return styled.get().describe();
        }
        return RenameRuns.isRun(passage)
                ? List.of(RenameRuns.describe(passage))
                : FilledColumn.startOf(passage).map(FilledColumn::describe).stream()
                        .toList();
    }

    /** Returns the rule that all operations of a passage follow. */
    static Optional<StyledRun> styled(List<Operation> passage) {
        return StyledRun.startOf(passage, operation -> false).filter(run -> run.length() == passage.size());
    }

    /** Whether blank lines set a passage apart. */
    static boolean isApart(List<Operation> passage) {
        return passage.get(0) instanceof Operation.CreateTable || fillLength(passage) > 0;
    }

    /** Returns how many of the first operations add columns of one table, fill them and make them required, or none. */
    private static int fillLength(List<Operation> operations) {
        List<Column> added = new ArrayList<>();
        QualifiedName table = operations.get(0) instanceof AddColumn add ? add.table() : null;
        int end = 0;
        while (end < operations.size()
                && operations.get(end) instanceof AddColumn add
                && add.table().equals(table)) {
            added.add(add.column());
            end++;
        }
        if (end == 0 || end == operations.size() || !isFillOf(operations.get(end), Objects.requireNonNull(table))) {
            return 0;
        }
        int fill = end++;
        while (end < operations.size()
                && operations.get(end) instanceof AlterColumn alter
                && alter.table().equals(table)
                && added.contains(alter.from())) {
            end++;
        }
        return end == fill + 1 ? 0 : end;
    }

    private static boolean isFillOf(Operation operation, QualifiedName table) {
        return (operation instanceof Backfill one && one.table().equals(table))
                || (operation instanceof BackfillColumns several
                        && several.table().equals(table));
    }
}
