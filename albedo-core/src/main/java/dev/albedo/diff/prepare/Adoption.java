package dev.albedo.diff.prepare;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes over from a table or enum type of the database what the model's leaves open. */
public final class Adoption {

    private final List<Constraint> constraints;
    private final List<Index> indexes;

    private Adoption(Table existing) {
        this.constraints = new ArrayList<>(existing.constraints());
        this.indexes = new ArrayList<>(existing.indexes());
    }

    static Table adopt(Table table, Table existing) {
        Adoption adoption = new Adoption(existing);
        // What has a name has the first right to what has the same name, so that nobody else takes its name.
        List<Constraint> named = new ArrayList<>();
        table.constraints().stream()
                .filter(constraint -> constraint.name() != null)
                .forEach(constraint -> named.add(adoption.reordered(constraint)));
        table.indexes()
                .forEach(index -> adoption.indexes.removeIf(
                        other -> index.name() != null && index.name().equals(other.name())));
        table.constraints().stream()
                .filter(constraint -> constraint.name() == null)
                .forEach(constraint -> named.add(adoption.named(constraint)));
        List<Index> namedIndexes = table.indexes().stream()
                .map(index -> index.name() == null ? adoption.named(index) : index)
                .toList();
        return table.constraints(named).indexes(namedIndexes);
    }

    /**
     * An enum type whose labels have the order that they have in the database. JPA does not state it (Hibernate's is that
     * of the names), and only a new type, for which all rows are rewritten, could change it. A new label comes behind its
     * predecessor in the model; one without a predecessor comes first if the orders agree, else last.
     */
    static EnumType adopt(EnumType type, EnumType existing) {
        if (isSameOrder(type, existing)) {
            return type;
        }
        List<String> labels = new ArrayList<>(existing.values());
        labels.retainAll(type.values());
        String before = null;
        for (String label : type.values()) {
            if (!labels.contains(label)) {
                labels.add(before == null ? labels.size() : labels.indexOf(before) + 1, label);
            }
            before = label;
        }
        return type.values(labels);
    }

    /** Whether the labels that two enum types have in common are in one order. */
    static boolean isSameOrder(EnumType one, EnumType other) {
        return common(one, other).equals(common(other, one));
    }

    private static List<String> common(EnumType of, EnumType with) {
        return of.values().stream().filter(with.values()::contains).toList();
    }

    private Constraint reordered(Constraint constraint) {
        Optional<Constraint> same =
                take(other -> constraint.name() != null && constraint.name().equals(other.name()));
        return same.filter(other -> unordered(other).equals(unordered(constraint)))
                .orElse(constraint);
    }

    private Constraint named(Constraint constraint) {
        return take(other -> other.named(null).equals(constraint))
                .or(() -> take(other -> unordered(other).equals(unordered(constraint))))
                .orElse(constraint);
    }

    private Index named(Index index) {
        Optional<Index> same = indexes.stream()
                .filter(other -> other.named(null).equals(index))
                .findFirst();
        same.ifPresent(indexes::remove);
        return same.orElse(index);
    }

    private Optional<Constraint> take(Predicate<Constraint> which) {
        Optional<Constraint> found = constraints.stream().filter(which).findFirst();
        found.ifPresent(constraints::remove);
        return found;
    }

    /** The constraint without its name and without an order that means nothing. */
    static Constraint unordered(Constraint constraint) {
        return constraint.named(null).accept(Unordered.INSTANCE);
    }

    private enum Unordered implements Constraint.Visitor<Constraint> {
        INSTANCE;

        @Override
        public Constraint primaryKey(Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(
                    key.name(), key.columns().stream().sorted().toList(), key.deferrability());
        }

        @Override
        public Constraint unique(Constraint.Unique unique) {
            return unique;
        }

        @Override
        public Constraint foreignKey(Constraint.ForeignKey key) {
            TreeMap<String, String> pairs = new TreeMap<>();
            for (int i = 0; i < key.columns().size(); i++) {
                pairs.put(key.columns().get(i), key.targetColumns().get(i));
            }
            return new Constraint.ForeignKey(
                    key.name(),
                    List.copyOf(pairs.keySet()),
                    key.target(),
                    List.copyOf(pairs.values()),
                    key.onDelete(),
                    key.onUpdate(),
                    key.matchFull(),
                    key.deferrability());
        }

        @Override
        public Constraint check(Constraint.Check check) {
            return check;
        }

        @Override
        public Constraint exclusion(Constraint.Exclusion exclusion) {
            return exclusion;
        }
    }
}
