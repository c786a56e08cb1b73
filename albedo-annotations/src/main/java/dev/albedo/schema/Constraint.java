package dev.albedo.schema;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. The methods named after a component and taking an argument give a changed copy.
 */
public sealed interface Constraint extends TableElement {

    /** The name, unique within the table; {@code null} while nobody has chosen one. */
    @Nullable
    String name();

    /** The columns of its table that it names, in order; without those that are only in its SQL. */
    List<String> columns();

    /** The same constraint under a name, or without one. */
    Constraint named(@Nullable String name);

    /** What it is, in words, with all that tells it from another: {@code unique (email)}. Without the name. */
    String describe();

    /** Calls the visitor's method for this kind of constraint. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One answer a kind of constraint.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R primaryKey(PrimaryKey constraint);

        R unique(Unique constraint);

        R foreignKey(ForeignKey constraint);

        R check(Check constraint);

        R exclusion(Exclusion constraint);
    }

    /**
     * A primary key.
     *
     * @param columns the key's columns, in order
     */
    record PrimaryKey(@Nullable String name, List<String> columns, Deferrability deferrability) implements Constraint {
        public PrimaryKey {
            columns = nonEmpty("a primary key", columns);
        }

        @Override
        public PrimaryKey named(@Nullable String changed) {
            return new PrimaryKey(changed, columns, deferrability);
        }

        public PrimaryKey deferrability(Deferrability changed) {
            return new PrimaryKey(name, columns, changed);
        }

        @Override
        public String describe() {
            return "primary key (" + String.join(", ", columns) + ")" + said(deferrability);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.primaryKey(this);
        }
    }

    /**
     * A unique constraint.
     *
     * @param columns in order
     * @param nullsNotDistinct whether two NULLs count as the same value (PostgreSQL 15)
     */
    record Unique(@Nullable String name, List<String> columns, boolean nullsNotDistinct, Deferrability deferrability)
            implements Constraint {
        public Unique {
            columns = nonEmpty("a unique constraint", columns);
        }

        @Override
        public Unique named(@Nullable String changed) {
            return new Unique(changed, columns, nullsNotDistinct, deferrability);
        }

        public Unique nullsNotDistinct(boolean changed) {
            return new Unique(name, columns, changed, deferrability);
        }

        public Unique deferrability(Deferrability changed) {
            return new Unique(name, columns, nullsNotDistinct, changed);
        }

        @Override
        public String describe() {
            return "unique (" + String.join(", ", columns) + ")" + (nullsNotDistinct ? " nulls not distinct" : "")
                    + said(deferrability);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * A foreign key.
     *
     * @param columns of this table, in order
     * @param target the referenced table
     * @param targetColumns of the referenced table, each for the column at the same place
     * @param onDelete what a delete of the referenced row does
     * @param onUpdate what an update of the referenced key does
     * @param matchFull MATCH FULL: either all columns are NULL or none
     */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            boolean matchFull,
            Deferrability deferrability)
            implements Constraint {
        public ForeignKey {
            columns = nonEmpty("a foreign key", columns);
            targetColumns = nonEmpty("a foreign key's target", targetColumns);
            if (columns.size() != targetColumns.size()) {
                throw new IllegalArgumentException("a foreign key from " + columns + " to " + targetColumns + " of "
                        + target + " does not have a target for each column");
            }
        }

        @Override
        public ForeignKey named(@Nullable String changed) {
            return with(changed, onDelete, onUpdate, matchFull, deferrability);
        }

        public ForeignKey onDelete(ReferentialAction changed) {
            return with(name, changed, onUpdate, matchFull, deferrability);
        }

        public ForeignKey onUpdate(ReferentialAction changed) {
            return with(name, onDelete, changed, matchFull, deferrability);
        }

        public ForeignKey matchFull(boolean changed) {
            return with(name, onDelete, onUpdate, changed, deferrability);
        }

        public ForeignKey deferrability(Deferrability changed) {
            return with(name, onDelete, onUpdate, matchFull, changed);
        }

        private ForeignKey with(
                @Nullable String newName,
                ReferentialAction newOnDelete,
                ReferentialAction newOnUpdate,
                boolean newMatchFull,
                Deferrability newDeferrability) {
            return new ForeignKey(
                    newName, columns, target, targetColumns, newOnDelete, newOnUpdate, newMatchFull, newDeferrability);
        }

        @Override
        public String describe() {
            return "foreign key (" + String.join(", ", columns) + ") to " + target + " ("
                    + String.join(", ", targetColumns) + ")" + (matchFull ? " match full" : "")
                    + said("delete", onDelete) + said("update", onUpdate) + said(deferrability);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foreignKey(this);
        }
    }

    /**
     * A check.
     *
     * @param expression a SQL condition, without parentheses around it
     */
    record Check(@Nullable String name, String expression) implements Constraint {
        public Check {
            if (expression.isBlank()) {
                throw new IllegalArgumentException("a check has no condition");
            }
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Check named(@Nullable String changed) {
            return new Check(changed, expression);
        }

        @Override
        public String describe() {
            return "check (" + expression + ")";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * An exclusion constraint, which no JPA model can say: kept as the database prints it.
     *
     * @param definition what follows the word EXCLUDE, for example {@code USING gist (room WITH =, during WITH &&)}
     */
    record Exclusion(@Nullable String name, String definition) implements Constraint {
        public Exclusion {
            if (definition.isBlank()) {
                throw new IllegalArgumentException("an exclusion constraint has no definition");
            }
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Exclusion named(@Nullable String changed) {
            return new Exclusion(changed, definition);
        }

        @Override
        public String describe() {
            return "exclude " + definition;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exclusion(this);
        }
    }

    /** Nothing for what a constraint is when nothing is said. */
    private static String said(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferrable initially deferred";
        };
    }

    private static String said(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? ""
                : " on " + event + " " + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> nonEmpty(String what, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(what + " has no columns");
        }
        return List.copyOf(columns);
    }
}
