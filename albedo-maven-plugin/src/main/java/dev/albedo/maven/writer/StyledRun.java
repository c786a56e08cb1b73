package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import dev.albedo.NameStyle;
import dev.albedo.Operations;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Renames that all follow one rule, as one call: {@code op.rename(LOWER_CASE, "CUSTOMER: ID, NAME")}. Only those are written
 * so that the call records again exactly as they are.
 */
record StyledRun(NameStyle style, boolean isBack, List<String> texts, int length) {

    /** Fewer are as quickly read one by one. */
    private static final int LEAST = 6;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$]+");

    /** Returns the longest run of the first operations. */
    static Optional<StyledRun> startOf(List<Operation> operations, Predicate<Operation> isRemarkable) {
        List<Operation> renames = operations.stream()
                .takeWhile(operation -> operation instanceof Operation.Rename && !isRemarkable.test(operation))
                .toList();
        return Stream.of(NameStyle.values())
                .flatMap(style -> Stream.of(forth(style, renames), back(style, renames)))
                .filter(run -> run.length >= LEAST && run.operations().equals(renames.subList(0, run.length)))
                .max(Comparator.comparingInt(StyledRun::length));
    }

    private static StyledRun forth(NameStyle style, List<Operation> renames) {
        Listing listing = new Listing(style);
        int length = (int) renames.stream().takeWhile(listing::takes).count();
        return new StyledRun(style, false, listing.texts(), length);
    }

    /** Those that end where the renames of a table do are found by trying one end after the other. */
    private static StyledRun back(NameStyle style, List<Operation> renames) {
        List<Operation> reversed = new ArrayList<>();
        for (int i = renames.size() - 1; i >= 0; i--) {
            reversed.add(renames.get(i).reverse());
        }
        for (int length = renames.size(); length >= LEAST; length--) {
            Listing listing = new Listing(style);
            if (reversed.subList(renames.size() - length, renames.size()).stream()
                    .allMatch(listing::takes)) {
                return new StyledRun(style, true, listing.texts(), length);
            }
        }
        return new StyledRun(style, true, List.of(), 0);
    }

    /** Returns what the call records. */
    private List<Operation> operations() {
        List<Operation> recorded = new ArrayList<>();
        Operations op = recorded::add;
        String[] names = texts.toArray(String[]::new);
        if (isBack) {
            op.renameBack(style, names);
        } else {
            op.rename(style, names);
        }
        return recorded;
    }

    CodeBlock code() {
        return CodeBlock.of(
                "op.$L($T.$L, $L);",
                isBack ? "renameBack" : "rename",
                NameStyle.class,
                style.name(),
                texts.stream().map(Code::text).collect(CodeBlock.joining(", ")));
    }

    /** Returns it in words, a line each. */
    List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("rename " + length + " names to " + style + (isBack ? ", back" : ""));
        texts.forEach(text -> lines.add("  " + text));
        return lines;
    }

    /** The texts of a call as they grow. */
    private static final class Listing {

        private final NameStyle style;
        private final List<StringBuilder> texts = new ArrayList<>();
        private String table = "";
        private String kind = "";

        Listing(NameStyle style) {
            this.style = style;
        }

        List<String> texts() {
            return texts.stream().map(StringBuilder::toString).toList();
        }

        /** Whether the operation follows the rule; it is then in the texts. */
        boolean takes(Operation operation) {
            RenameRuns.Rename rename = RenameRuns.Rename.of(operation);
            return rename != null && takes(rename);
        }

        private boolean takes(RenameRuns.Rename rename) {
            QualifiedName from =
                    rename.isWhole() ? QualifiedName.parse(rename.from()) : QualifiedName.of(rename.from());
            Optional<String> listed = Stream.of(from.name(), rename.to())
                    .filter(name -> PLAIN.matcher(name).matches())
                    .filter(name -> style.before(name).equals(from.name())
                            && style.after(name).equals(rename.to()))
                    .findFirst();
            if (listed.isEmpty()) {
                return false;
            }
            if (rename.isWhole()) {
                whole(rename, from.sibling(listed.get()).toString());
                return true;
            }
            if (!rename.table().equals(table) && !startsTable(rename.table())) {
                return false;
            }
            String separator = rename.kind().equals(kind)
                    ? ", "
                    : (kind.isEmpty() ? ": " : "; ")
                            + (rename.kind().equals(RenameRuns.COLUMNS)
                                    ? ""
                                    : rename.kind().toLowerCase(Locale.ROOT) + " ");
            add(separator + listed.get());
            kind = rename.kind();
            return true;
        }

        private void whole(RenameRuns.Rename rename, String listed) {
            boolean isSequence = rename.kind().equals(RenameRuns.SEQUENCES);
            if (isSequence && kind.equals(RenameRuns.SEQUENCES)) {
                add(", " + listed);
            } else {
                texts.add(new StringBuilder(isSequence ? "sequences " + listed : listed));
            }
            table = isSequence
                    ? ""
                    : QualifiedName.parse(rename.from()).sibling(rename.to()).toString();
            kind = isSequence ? RenameRuns.SEQUENCES : "";
        }

        /** Begins a table that keeps its name. */
        private boolean startsTable(String name) {
            String last = QualifiedName.parse(name).name();
            boolean stays = PLAIN.matcher(last).matches()
                    && style.before(last).equals(last)
                    && style.after(last).equals(last);
            if (stays) {
                texts.add(new StringBuilder(name));
                table = name;
                kind = "";
            }
            return stays;
        }

        private void add(String more) {
            texts.get(texts.size() - 1).append(more);
        }
    }
}
