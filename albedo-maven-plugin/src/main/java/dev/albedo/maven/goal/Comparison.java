package dev.albedo.maven.goal;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.Renames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiFunction;

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
        return ofDatabase(connection, database, model, (there, wanted) -> renames);
    }

    /**
     * Against a database, where something else finds out what was renamed.
     *
     * @param search gets the database and the model in one spelling, and adds to what the user says
     */
    SchemaDiff ofDatabase(
            Connection connection, Schema database, Schema model, BiFunction<Schema, Schema, Renames> search)
            throws SQLException {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(database);
        SchemaDiff renaming = plan(there, wanted, search);
        Schema renamed = renaming.applyTo(there);
        Schema aligned = dialect.alignTexts(connection, renamed, wanted);
        return SchemaDiffer.diff(renaming, aligned, naming.name(wanted, aligned));
    }

    /** Against a schema in memory, which has the model's texts. */
    SchemaDiff ofMigrations(Schema migrations, Schema model) {
        Schema wanted = dialect.normalize(model);
        Schema there = dialect.normalize(migrations);
        SchemaDiff renaming = plan(there, wanted, (ignored, also) -> renames);
        Schema renamed = renaming.applyTo(there);
        return SchemaDiffer.diff(renaming, renamed, naming.name(wanted, renamed));
    }

    private static SchemaDiff plan(Schema there, Schema wanted, BiFunction<Schema, Schema, Renames> search) {
        try {
            return search.apply(there, wanted).plan(there, wanted);
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.renames: " + e.getMessage(), e);
        }
    }
}
