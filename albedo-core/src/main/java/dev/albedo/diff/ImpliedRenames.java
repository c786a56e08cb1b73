package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has another name and is otherwise the same: constraints and indexes of a table that are equal but for the
 * name, and sequences whose name follows the rename of a table or column. A sequence is never recognised by its
 * structure alone, since most are alike.
 */
public final class ImpliedRenames {

    private final Schema from;
    private final Schema to;
    private final List<Operation> operations = new ArrayList<>();
    /** The names that tables, indexes and sequences have before; none of them is given to something else. */
    private final Set<QualifiedName> taken = new HashSet<>();

    private ImpliedRenames(Schema from, Schema to) {
        this.from = from;
        this.to = to;
        taken.addAll(from.tables().keySet());
        taken.addAll(from.sequences().keySet());
        for (Table table : from.tables().values()) {
            table.indexes().forEach(index -> taken.add(table.name().sibling(nameOf(index))));
            table.constraints().stream()
                    .filter(Uses::ownsIndex)
                    .forEach(constraint -> taken.add(table.name().sibling(nameOf(constraint))));
        }
    }

    /** The renames that make two schemas more alike after the renames that were asked for. */
    static SchemaDiff of(SchemaDiff renaming, Schema from, Schema to) {
        ImpliedRenames followers = new ImpliedRenames(from, to);
        for (Table table : from.tables().values()) {
            to.table(table.name()).ifPresent(changed -> {
                followers.constraints(table, changed);
                followers.indexes(table, changed);
            });
        }
        renaming.operations().forEach(followers::sequences);
        return new SchemaDiff(followers.operations);
    }

    /** The renames of sequences among them. */
    public static SchemaDiff ofSequences(SchemaDiff renaming, Schema from, Schema to) {
        ImpliedRenames followers = new ImpliedRenames(from, to);
        renaming.operations().forEach(followers::sequences);
        return new SchemaDiff(followers.operations);
    }

    private static String nameOf(Constraint constraint) {
        return Objects.requireNonNull(constraint.name());
    }

    private static String nameOf(Index index) {
        return Objects.requireNonNull(index.name());
    }

    private void constraints(Table table, Table changed) {
        List<Constraint> wanted = new ArrayList<>(changed.constraints().stream()
                .filter(constraint -> table.constraint(nameOf(constraint)).isEmpty())
                .toList());
        for (Constraint constraint : table.constraints()) {
            if (changed.constraint(nameOf(constraint)).isEmpty()) {
                Optional<Constraint> same = wanted.stream()
                        .filter(other -> other.named(null).equals(constraint.named(null)))
                        .filter(other ->
                                !Uses.ownsIndex(other) || taken.add(table.name().sibling(nameOf(other))))
                        .findFirst();
                same.ifPresent(other -> {
                    wanted.remove(other);
                    operations.add(new Operation.RenameConstraint(table.name(), nameOf(constraint), nameOf(other)));
                });
            }
        }
    }

    private void indexes(Table table, Table changed) {
        List<Index> wanted = new ArrayList<>(changed.indexes().stream()
                .filter(index -> table.index(nameOf(index)).isEmpty())
                .toList());
        for (Index index : table.indexes()) {
            if (changed.index(nameOf(index)).isEmpty()) {
                Optional<Index> same = wanted.stream()
                        .filter(other -> other.named(null).equals(index.named(null)))
                        .filter(other -> taken.add(table.name().sibling(nameOf(other))))
                        .findFirst();
                same.ifPresent(other -> {
                    wanted.remove(other);
                    operations.add(new Operation.RenameIndex(table.name(), nameOf(index), nameOf(other)));
                });
            }
        }
    }

    private void sequences(Operation renaming) {
        if (renaming instanceof Operation.RenameTable rename) {
            sequences(rename.from().schema(), rename.from().name(), rename.to());
        } else if (renaming instanceof Operation.RenameColumn rename) {
            sequences(rename.table().schema(), rename.from(), rename.to());
        }
    }

    private void sequences(@Nullable String schema, String oldPart, String newPart) {
        for (Sequence sequence : from.sequences().values()) {
            QualifiedName name = sequence.name();
            QualifiedName followed = name.sibling(name.name().replace(oldPart, newPart));
            boolean follows = Objects.equals(name.schema(), schema)
                    && !to.sequences().containsKey(name)
                    && to.sequences().containsKey(followed);
            if (follows && taken.add(followed)) {
                operations.add(new Operation.RenameSequence(name, followed.name()));
            }
        }
    }
}
