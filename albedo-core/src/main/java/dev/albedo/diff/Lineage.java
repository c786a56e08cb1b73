package dev.albedo.diff;

import dev.albedo.diff.Footprint.Kind;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What happens in the same way to a table and to those that inherit from it. */
final class Lineage {

    private Lineage() {}

    /**
     * What is to be true of each table that inherits from the one of the footprint before it is true of this one: a column or
     * check that a child has already becomes an inherited one; one that it inherits cannot be added again.
     */
    static Footprint childrenFirst(Footprint footprint, Schema schema, Kind kind, String detail) {
        return after(
                footprint,
                kind,
                detail,
                parent -> schema.tables().values().stream()
                        .filter(table -> table.inherits().contains(parent))
                        .map(Table::name)
                        .toList());
    }

    /** What is to be true of each table that the one of the footprint inherits from before it is true of this one. */
    static Footprint parentsFirst(Footprint footprint, Schema schema, Kind kind, String detail) {
        return after(
                footprint,
                kind,
                detail,
                child -> schema.table(child).map(Table::inherits).orElse(List.of()));
    }

    /** A new check. */
    static Footprint checked(Footprint footprint, Schema schema, Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? childrenFirst(footprint, schema, Kind.CHECK_IS_READY, Objects.requireNonNull(check.name()))
                : footprint;
    }

    /** A column that changes, in case it may be null then. */
    static void nullable(Footprint footprint, Schema schema, Column from, Column to) {
        if (from.notNull() && !to.notNull()) {
            parentsFirst(footprint, schema, Kind.NULL_IS_ALLOWED, from.name());
        }
    }

    private static Footprint after(
            Footprint footprint, Kind kind, String detail, Function<QualifiedName, List<QualifiedName>> next) {
        QualifiedName table = Objects.requireNonNull(footprint.table());
        Set<QualifiedName> others = new HashSet<>();
        add(table, next, others);
        others.forEach(other -> footprint.needing(kind, other, detail));
        return footprint.settling(kind, table, detail);
    }

    private static void add(
            QualifiedName table, Function<QualifiedName, List<QualifiedName>> next, Set<QualifiedName> others) {
        for (QualifiedName other : next.apply(table)) {
            if (others.add(other)) {
                add(other, next, others);
            }
        }
    }
}
