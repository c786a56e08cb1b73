package dev.albedo;

import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Renames by a rule as texts: {@code CUSTOMER: ID, NAME; constraints CUSTOMER_PK; indexes CUSTOMER_IX}. */
final class StyledNames {

    private static final String SEQUENCES = "sequences ";
    private static final String CONSTRAINTS = "constraints ";
    private static final String INDEXES = "indexes ";

    private final NameStyle style;

    private StyledNames(NameStyle style) {
        this.style = style;
    }

    /** Returns the renames in order: each table, its columns, constraints and indexes. */
    static List<Operation> renames(NameStyle style, String... texts) {
        StyledNames names = new StyledNames(style);
        return Arrays.stream(texts).flatMap(names::renames).toList();
    }

    private Stream<Operation> renames(String text) {
        return text.strip().startsWith(SEQUENCES)
                ? each(
                        text.strip().substring(SEQUENCES.length()),
                        listed -> QualifiedName.parse(listed).name(),
                        (listed, to) -> new Operation.RenameSequence(before(QualifiedName.parse(listed)), to))
                        .stream()
                : table(text).stream();
    }

    private List<Operation> table(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("\"" + text.strip()
                    + "\" names no table; write for example \"CUSTOMER: ID, NAME; constraints CUSTOMER_PK\"");
        }
        QualifiedName listed = QualifiedName.parse(name);
        QualifiedName old = before(listed);
        QualifiedName table = listed.sibling(style.after(listed.name()));
        List<Operation> all = new ArrayList<>();
        if (!old.equals(table)) {
            all.add(new Operation.RenameTable(old, table.name()));
        }
        if (colon >= 0) {
            for (String clause : text.substring(colon + 1).split(";", -1)) {
                all.addAll(clause(table, clause.strip()));
            }
        }
        return all;
    }

    private List<Operation> clause(QualifiedName table, String clause) {
        if (clause.startsWith(CONSTRAINTS)) {
            return each(
                    clause.substring(CONSTRAINTS.length()),
                    name -> name,
                    (name, to) -> new Operation.RenameConstraint(table, style.before(name), to));
        }
        if (clause.startsWith(INDEXES)) {
            return each(
                    clause.substring(INDEXES.length()),
                    name -> name,
                    (name, to) -> new Operation.RenameIndex(table, style.before(name), to));
        }
        return each(clause, name -> name, (name, to) -> new Operation.RenameColumn(table, style.before(name), to));
    }

    private List<Operation> each(
            String list, UnaryOperator<String> lastName, BiFunction<String, String, Operation> rename) {
        List<Operation> all = new ArrayList<>();
        for (String each : list.split(",", -1)) {
            String listed = each.strip();
            String name = listed.isEmpty() ? "" : lastName.apply(listed);
            if (style.before(name).equals(style.after(name))) {
                throw new IllegalArgumentException("\"" + listed + "\" in \"" + list.strip()
                        + "\" is not renamed: a name in " + style + " differs from the old one");
            }
            all.add(rename.apply(listed, style.after(name)));
        }
        return all;
    }

    private QualifiedName before(QualifiedName listed) {
        return listed.sibling(style.before(listed.name()));
    }
}
