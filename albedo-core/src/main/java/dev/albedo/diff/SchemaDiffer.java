package dev.albedo.diff;

import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.rename.Renames;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;

/**
 * Compares two schemas. Both must be in one spelling, and all their constraints and indexes must have names, see
 * {@link NamingConvention}.
 */
public final class SchemaDiffer {

    private SchemaDiffer() {}

    /** The difference between two schemas in which nothing was renamed that has no structure to recognise it by. */
    public static SchemaDiff diff(Schema from, Schema to) {
        return diff(from, to, Renames.NONE);
    }

    /**
     * The difference between two schemas. The same schemas and renames give the same difference.
     *
     * @throws IllegalArgumentException if a rename does not fit the schemas, or a constraint or index has no name
     */
    public static SchemaDiff diff(Schema from, Schema to, Renames renames) {
        SchemaDiff renaming = new SchemaDiff(renames.plan(from, to));
        return diff(renaming, renaming.applyTo(from), to);
    }

    /**
     * The difference between two schemas when renames have been applied to the first one already, so that it could be
     * aligned and named in the meantime.
     *
     * @param renaming from {@link Renames#plan}
     * @param renamed the schema after {@code renaming}
     * @param to the schema to get to
     * @return {@code renaming} and what else there is to do
     */
    public static SchemaDiff diff(SchemaDiff renaming, Schema renamed, Schema to) {
        return diff(renaming, renamed, to, to);
    }

    /**
     * The same where {@code to} has parts that are neither the model's nor the migrations': these never take part in an
     * operation as long as the database itself keeps them in place.
     *
     * @param managed what of {@code to} is the model's
     */
    public static SchemaDiff diff(SchemaDiff renaming, Schema renamed, Schema to, Schema managed) {
        requireNames(renamed);
        requireNames(to);
        SchemaDiff following = ImpliedRenames.of(renaming, renamed, to);
        Schema start = following.applyTo(renamed);
        SchemaDiff changes = new SchemaDiff(Order.sorted(Changes.between(start, to, managed), start, to));
        return RenameOrder.byTable(renaming.then(following)).then(changes);
    }

    private static void requireNames(Schema schema) {
        for (Table table : schema.tables().values()) {
            for (Constraint constraint : table.constraints()) {
                if (constraint.name() == null) {
                    throw unnamed(table, constraint.describe());
                }
            }
            for (Index index : table.indexes()) {
                if (index.name() == null) {
                    throw unnamed(table, index.describe());
                }
            }
        }
    }

    private static IllegalArgumentException unnamed(Table table, String what) {
        return new IllegalArgumentException("table " + table.name() + " cannot be compared: its " + what
                + " has no name; a NamingConvention gives it one");
    }
}
