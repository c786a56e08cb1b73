package dev.albedo.maven.goal;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.Renames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.lint.SafePlan;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the model asks for that is not there yet.
 *
 * @param dialect brings both sides to one spelling
 * @param naming names what nobody named
 * @param renames what the user says was renamed
 */
public record Comparison(Dialect dialect, NamingConvention naming, Renames renames) {

    /** Against a database, which is asked what its texts mean. */
    SchemaDiff ofDatabase(Connection connection, Schema database, Schema model) throws SQLException {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(database);
        SchemaDiff renaming = plan(there, wanted);
        Schema renamed = renaming.applyTo(there);
        Schema aligned = dialect.alignTexts(connection, renamed, wanted);
        return SchemaDiffer.diff(renaming, aligned, naming.name(wanted, aligned));
    }

    /**
     * A difference as it can be carried out on tables with rows in them.
     *
     * @param up what leads to the model
     * @param down what leads back
     */
    record Plan(SchemaDiff up, SchemaDiff down) {}

    /** The difference from {@link #ofDatabase}, made safe both ways. */
    Plan safe(SchemaDiff diff, Schema database, InitialValues values) {
        Schema there = dialect.normalize(database);
        return new Plan(
                SafePlan.of(diff, there, values, dialect),
                SafePlan.of(diff.reverse(), diff.applyTo(there), values, dialect));
    }

    /** Against a schema in memory, which has the model's texts. */
    SchemaDiff ofMigrations(Schema migrations, Schema model) {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(migrations);
        SchemaDiff renaming = plan(there, wanted);
        Schema renamed = renaming.applyTo(there);
        return SchemaDiffer.diff(renaming, renamed, naming.name(wanted, renamed));
    }

    private SchemaDiff plan(Schema there, Schema wanted) {
        try {
            return renames.plan(there, wanted);
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.renames: " + e.getMessage(), e);
        }
    }
}
