package dev.albedo.diff.prepare;

import dev.albedo.diff.Uses;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of the model leaves no room for a constraint or index that the model does not know: because a column it uses goes, or
 * because both would be in force and refuse what the other asks for.
 *
 * @param database what there is
 * @param existing a table of it
 * @param next what there will be, with the columns that stay
 * @param wanted the same table of that
 */
record ConflictingConstraints(Schema database, Table existing, Schema next, Table wanted) {

    boolean leave(Constraint constraint) {
        return hasMentioned(wanted, existing, Uses.texts(constraint))
                && hasAll(wanted, constraint.columns())
                && constraint.accept(new TargetStays())
                && newConstraints().stream().noneMatch(rival -> constraint.accept(new GivesWay(rival)));
    }

    boolean leave(Index index) {
        boolean renamed = wanted.indexes().stream()
                .filter(other ->
                        existing.index(Objects.requireNonNull(other.name())).isEmpty())
                .anyMatch(other -> other.named(index.name()).equals(index));
        return !renamed && hasMentioned(wanted, existing, Uses.texts(index)) && hasAll(wanted, Uses.columns(index));
    }

    private List<Constraint> newConstraints() {
        return wanted.constraints().stream()
                .filter(other -> existing.constraint(Objects.requireNonNull(other.name()))
                        .isEmpty())
                .toList();
    }

    /** Whether a table has those columns of another that texts mention. */
    static boolean hasMentioned(Table table, Table other, List<String> texts) {
        return hasAll(table, mentioned(other, texts));
    }

    /** Returns the columns of a table that texts mention. */
    static Set<String> mentioned(Table table, List<String> texts) {
        Set<String> columns = new TreeSet<>(Uses.mentioned(texts));
        columns.removeIf(name -> table.column(name).isEmpty());
        return columns;
    }

    private static boolean hasAll(Table table, Collection<String> columns) {
        return columns.stream().allMatch(column -> table.column(column).isPresent());
    }

    /** Whether what a constraint points to will be there; what is not read is not touched. */
    private final class TargetStays implements Constraint.Visitor<Boolean> {

        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return true;
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return true;
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            return database.table(key.target()).isEmpty()
                    || next.table(key.target())
                            .filter(target -> hasAll(target, key.targetColumns()))
                            .isPresent();
        }

        @Override
        public Boolean check(Constraint.Check check) {
            return true;
        }

        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            return true;
        }
    }

    /** Whether a constraint gives way to one that the model adds. */
    private final class GivesWay implements Constraint.Visitor<Boolean> {
        private final Constraint rival;

        GivesWay(Constraint rival) {
            this.rival = rival;
        }

        /** A table has one. */
        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return rival instanceof Constraint.PrimaryKey;
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return rival instanceof Constraint.Unique && hasColumnsOf(unique);
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            return rival instanceof Constraint.ForeignKey && hasColumnsOf(key);
        }

        /** One that nobody named belongs to its column, as Hibernate's checks of enums do, and so to the model. */
        @Override
        public Boolean check(Constraint.Check check) {
            if (rival.named(check.name()).equals(check)) {
                return true;
            }
            Set<String> columns = mentioned(existing, Uses.texts(check));
            return rival instanceof Constraint.Check
                    && NamingConvention.ofPostgresCheck(existing.name(), columns)
                            .equals(check.name())
                    && mentioned(existing, Uses.texts(rival)).equals(columns);
        }

        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            return rival.named(exclusion.name()).equals(exclusion);
        }

        private boolean hasColumnsOf(Constraint constraint) {
            return Set.copyOf(rival.columns()).equals(Set.copyOf(constraint.columns()));
        }
    }
}
