package dev.albedo.diff.prepare;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints and indexes of a table have that neither the model nor the migrations state; see {@link
 * UnmanagedAttributes}. A constraint or index that differs in something else as well is made anew by the model, and then keeps
 * nothing.
 */
final class KeyAttributes {

    private final Table existing;
    private final Table wanted;
    private final Optional<Table> stated;
    private final List<String> found = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    KeyAttributes(Table existing, Table wanted, Optional<Table> stated) {
        this.existing = existing;
        this.wanted = wanted;
        this.stated = stated;
        existing.primaryKey().ifPresent(key -> wanted.primaryKey().ifPresent(other -> order(key, other)));
    }

    /**
     * The order of a primary key's columns is no difference: JPA does not state it (Hibernate's follows the sizes of the
     * types), no constraint depends on it, and only a new key, which locks the table, could change it.
     */
    private void order(Constraint.PrimaryKey key, Constraint.PrimaryKey wanted) {
        if (isSame(key.named(null), wanted.named(null)) && !key.columns().equals(wanted.columns())) {
            orders.add("column order (" + String.join(", ", key.columns()) + ") of constraint " + existing.name() + "."
                    + key.name() + ", in the model (" + String.join(", ", wanted.columns()) + ")");
        }
    }

    List<String> found() {
        return found;
    }

    /** Orders that are not the model's. */
    List<String> orders() {
        return orders;
    }

    /** The names that what has such attributes will have. */
    Set<String> names() {
        return names;
    }

    List<Constraint> constraints() {
        return existing.constraints().stream().map(this::managed).toList();
    }

    List<Index> indexes() {
        return existing.indexes().stream().map(this::managed).toList();
    }

    private Constraint managed(Constraint constraint) {
        String name = String.valueOf(constraint.name());
        Optional<Constraint> said = stated.flatMap(table -> table.constraint(name));
        Optional<Constraint> namesake = wanted.constraint(name);
        List<Constraint> candidates = namesake.isPresent() ? List.of(namesake.get()) : unclaimed(wanted.constraints());
        for (Constraint candidate : candidates) {
            ConstraintAttributes attributes = new ConstraintAttributes(candidate, said.orElse(null));
            Constraint changed = constraint.accept(attributes);
            if (isSame(changed, candidate)) {
                keep(attributes.found(), name(candidate.name(), name));
                attributes
                        .found()
                        .forEach(each -> found.add(
                                each + " of constraint " + existing.name() + "." + name(candidate.name(), name)));
                return changed;
            }
        }
        return constraint;
    }

    /** What has no namesake in the database, and nothing there that is exactly the same. */
    private List<Constraint> unclaimed(List<Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> constraint.name() == null
                        || existing.constraint(constraint.name()).isEmpty())
                .filter(constraint -> existing.constraints().stream().noneMatch(other -> isSame(other, constraint)))
                .toList();
    }

    private static boolean isSame(Constraint one, Constraint other) {
        return Adoption.unordered(one).equals(Adoption.unordered(other));
    }

    private Index managed(Index index) {
        String name = String.valueOf(index.name());
        Optional<Index> said = stated.flatMap(table -> table.index(name));
        Optional<Index> namesake = wanted.index(name);
        List<Index> candidates = namesake.isPresent()
                ? List.of(namesake.get())
                : wanted.indexes().stream()
                        .filter(other -> other.name() == null
                                || existing.index(other.name()).isEmpty())
                        .filter(other -> existing.indexes().stream()
                                .noneMatch(same -> same.named(null).equals(other.named(null))))
                        .toList();
        for (Index candidate : candidates) {
            IndexAttributes attributes = new IndexAttributes(candidate, said);
            Index changed = attributes.managed(index);
            if (changed.named(null).equals(candidate.named(null))) {
                keep(attributes.found(), name(candidate.name(), name));
                attributes
                        .found()
                        .forEach(each ->
                                found.add(each + " of index " + existing.name().sibling(name(candidate.name(), name))));
                return changed;
            }
        }
        return index;
    }

    private void keep(List<String> attributes, String name) {
        if (!attributes.isEmpty()) {
            names.add(name);
        }
    }

    /** The name it will have. */
    private static String name(@Nullable String wanted, String existing) {
        return wanted == null ? existing : wanted;
    }
}
