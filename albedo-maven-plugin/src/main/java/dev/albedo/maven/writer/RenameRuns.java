package dev.albedo.maven.writer;

import static dev.albedo.maven.writer.Code.text;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameConstraint;
import dev.albedo.operation.Operation.RenameIndex;
import dev.albedo.operation.Operation.RenameSequence;
import dev.albedo.operation.Operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many renames that follow each other, such as those of a new naming strategy, in a few lines. */
final class RenameRuns {

    /** Fewer are as quickly read one by one. */
    private static final int LEAST = 3;

    /** Keeps a call within the 120 columns of a line, in most cases. */
    private static final int MOST_CHARACTERS = 80;

    static final String COLUMNS = "Columns";
    static final String SEQUENCES = "Sequences";

    private RenameRuns() {}

    record Rename(String kind, String table, String from, String to) {

        static @Nullable Rename of(Operation operation) {
            Rename rename = null;
            if (operation instanceof RenameTable table) {
                rename = new Rename("Tables", "", table.from().toString(), table.to());
            } else if (operation instanceof RenameColumn column) {
                rename = new Rename(COLUMNS, column.table().toString(), column.from(), column.to());
            } else if (operation instanceof RenameConstraint constraint) {
                rename = new Rename("Constraints", constraint.table().toString(), constraint.from(), constraint.to());
            } else if (operation instanceof RenameIndex index) {
                rename = new Rename("Indexes", index.table().toString(), index.from(), index.to());
            } else if (operation instanceof RenameSequence sequence) {
                rename = new Rename(SEQUENCES, "", sequence.from().toString(), sequence.to());
            }
            return rename != null && isPlain(rename.from) && isPlain(rename.to) ? rename : null;
        }

        /** Whether a name can stand in a list of renames. */
        private static boolean isPlain(String name) {
            return !name.contains(",") && !name.contains("->") && name.equals(name.strip());
        }

        /** Whether it is not a part of a table. */
        boolean isWhole() {
            return table.isEmpty();
        }

        boolean isLike(Rename other) {
            return !kind.equals(SEQUENCES) && kind.equals(other.kind) && table.equals(other.table);
        }

        String words() {
            return from + " -> " + to;
        }
    }

    /** Returns how many of the first operations are written together, at least one. */
    static int length(List<Operation> operations, Predicate<Operation> isRemarkable) {
        Rename first = isRemarkable.test(operations.get(0)) ? null : Rename.of(operations.get(0));
        int end = 1;
        while (first != null && end < operations.size()) {
            Rename next = isRemarkable.test(operations.get(end)) ? null : Rename.of(operations.get(end));
            if (next == null || !next.isLike(first)) {
                break;
            }
            end++;
        }
        return end < LEAST ? 1 : end;
    }

    /** Whether operations are a run. */
    static boolean isRun(List<Operation> passage) {
        return passage.size() >= LEAST && Rename.of(passage.get(0)) != null;
    }

    private static List<Rename> renames(List<Operation> run) {
        return run.stream().map(Rename::of).map(Objects::requireNonNull).toList();
    }

    /** Returns a run of several operations in words. */
    static String describe(List<Operation> run) {
        List<Rename> renames = renames(run);
        Rename first = renames.get(0);
        String what =
                "rename " + first.kind.toLowerCase(Locale.ROOT) + (first.table.isEmpty() ? "" : " of " + first.table);
        boolean isLower = renames.stream().allMatch(rename -> rename.to.equals(rename.from.toLowerCase(Locale.ROOT)));
        return isLower
                ? what + " to lower case: " + renames.stream().map(Rename::from).collect(Collectors.joining(", "))
                : what + ": " + renames.stream().map(Rename::words).collect(Collectors.joining(", "));
    }

    /** A run of several operations as calls. */
    static CodeBlock code(List<Operation> run) {
        List<Rename> renames = renames(run);
        List<String> lists = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        for (Rename rename : renames) {
            if (list.length() > 0 && list.length() + rename.words().length() > MOST_CHARACTERS) {
                lists.add(list.toString());
                list.setLength(0);
            }
            list.append(list.length() == 0 ? "" : ", ").append(rename.words());
        }
        lists.add(list.toString());
        Rename first = renames.get(0);
        CodeBlock table = first.table.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L, ", text(first.table));
        return lists.stream()
                .map(each -> CodeBlock.of("op.rename$L($L$L);", first.kind, table, text(each)))
                .collect(CodeBlock.joining("\n"));
    }
}
