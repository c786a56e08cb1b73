package dev.albedo.maven.goal;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.DefaultSchema;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.ObjectFilter;
import dev.albedo.diff.Renames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.Strangers;
import dev.albedo.lint.RenamedTexts;
import dev.albedo.lint.SafePlan;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model asks for that is not there yet.
 *
 * @param dialect brings both sides to one spelling
 * @param naming names what nobody named
 * @param renames what the user says was renamed
 * @param filter what is compared
 * @param hooks what the project makes of it
 */
public record Comparison(Dialect dialect, NamingConvention naming, Renames renames, ObjectFilter filter, Hooks hooks) {

    /** A comparison of which the project makes nothing else. */
    public Comparison(Dialect dialect, NamingConvention naming, Renames renames, ObjectFilter filter) {
        this(dialect, naming, renames, filter, Hooks.NONE);
    }

    /**
     * What a comparison found.
     *
     * @param diff what is to be done
     * @param wanted what there is when it is done, everything with its name
     * @param leftAlone what neither the model nor the migrations know, in words
     */
    record Found(SchemaDiff diff, Schema wanted, List<String> leftAlone) {}

    /** Finds out what was renamed, besides what the user says. */
    @FunctionalInterface
    interface Search {

        /**
         * All renames.
         *
         * @param there what there is, in the spelling of {@code wanted}
         * @param created what may be dropped, or nothing if everything may be
         * @throws IllegalArgumentException if what the user says does not fit
         */
        Renames find(Renames said, Schema there, Schema wanted, Optional<Schema> created);
    }

    /**
     * Against a database, which is asked what its texts mean.
     *
     * @param created what the migrations created: nothing else is dropped; or nothing if everything may be
     */
    Found ofDatabase(Connection connection, Schema database, Schema model, Optional<Schema> created, Search search)
            throws SQLException {
        Schema there = filter.of(dialect.normalize(database));
        String defaultSchema = connection.getSchema();
        Optional<Schema> droppable = created.map(schema -> withDatabaseNames(schema, defaultSchema));
        Aligned aligned = aligned(connection, there, model, droppable, search);
        Sides named = aligned.named();
        HookedDiff diff = new HookedDiff(hooks, there, aligned.renaming());
        if (droppable.isEmpty()) {
            return diff.between(named, List.of());
        }
        Strangers strangers =
                Strangers.among(named.there(), named.wanted(), renamed(droppable.get(), aligned.renaming()));
        return diff.between(new Sides(named.there(), strangers.besideModel()), strangers.descriptions());
    }

    /**
     * What of a database the model knows, by the names it has there: without what would be left alone if no migration had
     * created anything.
     */
    Schema knownOf(Connection connection, Schema database, Schema model, Search search) throws SQLException {
        Schema there = filter.of(dialect.normalize(database));
        Aligned aligned = aligned(connection, there, model, Optional.of(Schema.EMPTY), search);
        Sides named = aligned.named();
        Schema known =
                Strangers.among(named.there(), named.wanted(), Schema.EMPTY).knownOf(named.there(), named.wanted());
        return renamed(known, aligned.renaming().reverse());
    }

    /** Two sides after what is renamed, with the model's texts where the database means the same, everything with its name. */
    private record Aligned(SchemaDiff renaming, Sides named) {}

    private Aligned aligned(
            Connection connection, Schema there, Schema model, Optional<Schema> droppable, Search search)
            throws SQLException {
        Schema wanted = filter.of(dialect.normalize(model));
        SchemaDiff renaming = plan(there, wanted, droppable, search);
        Sides sides = Sides.of(hooks, renaming.applyTo(there), wanted);
        Schema aligned = RenamedTexts.align(dialect, connection, sides.there(), renaming, sides.wanted());
        return new Aligned(renaming, Sides.of(hooks, aligned, naming.name(sides.wanted(), aligned)));
    }

    /**
     * Against a schema in memory, which has the model's texts. What has no name there has the one that the database gave
     * it.
     */
    Found ofMigrations(Schema migrations, Schema model, Search search) {
        Schema wanted = filter.of(dialect.normalize(model));
        Schema there = filter.of(withDatabaseNames(migrations, filter.defaultSchema()));
        SchemaDiff renaming = plan(there, wanted, Optional.empty(), search);
        Sides sides = Sides.of(hooks, renaming.applyTo(there), wanted);
        Sides named = Sides.of(hooks, sides.there(), naming.name(sides.wanted(), sides.there()));
        return new HookedDiff(hooks, there, renaming).between(named, List.of());
    }

    /** What was found, made safe for tables with rows in them, and what leads back. */
    Plan plan(Schema start, Found found, InitialValues values) {
        Schema there = withDatabaseNames(start, filter.defaultSchema());
        SchemaDiff up = found.diff();
        return new Plan(
                start,
                found.wanted(),
                SafePlan.of(up, there, values, dialect).operations(),
                SafePlan.of(back(up), up.applyTo(there), values, dialect).operations());
    }

    /** What is known to be lost on the way there is not lost on the way back. */
    private static SchemaDiff back(SchemaDiff up) {
        return new SchemaDiff(up.reverse().operations().stream()
                .filter(operation -> !(operation instanceof Operation.AllowDataLoss))
                .toList());
    }

    /** What leads from a database to a schema in which everything has a name and nothing is to be renamed. */
    SchemaDiff left(Connection connection, Schema database, Schema schema) throws SQLException {
        Schema wanted = filter.of(dialect.normalize(schema));
        Schema there = filter.of(dialect.normalize(database));
        return SchemaDiffer.diff(dialect.alignTexts(connection, there, wanted), wanted);
    }

    /** What leads from one schema in memory to another; nothing if they are the same for this comparison. */
    SchemaDiff between(Schema one, Schema other) {
        return SchemaDiffer.diff(
                withDatabaseNames(one, filter.defaultSchema()), withDatabaseNames(other, filter.defaultSchema()));
    }

    /** With the name that the database gives what has none, and without that of the default schema, if there is one. */
    private Schema withDatabaseNames(Schema migrations, @Nullable String defaultSchema) {
        Schema normal = dialect.normalize(migrations);
        return NamingConvention.OF_POSTGRESQL.name(
                defaultSchema == null ? normal : DefaultSchema.unnamed(normal, defaultSchema), Schema.EMPTY);
    }

    /** What the migrations created, after renames. */
    static Schema renamed(Schema created, SchemaDiff renaming) {
        Schema renamed = created;
        for (Operation rename : renaming.operations()) {
            renamed = renamed(renamed, rename);
        }
        return renamed;
    }

    /** What the migrations did not create cannot be renamed in what they created. */
    private static Schema renamed(Schema created, Operation rename) {
        try {
            return rename.applyTo(created);
        } catch (IllegalStateException e) {
            return created;
        }
    }

    private SchemaDiff plan(Schema there, Schema wanted, Optional<Schema> created, Search search) {
        try {
            return search.find(renames, there, wanted, Sides.droppable(hooks, there, wanted, created))
                    .plan(there, wanted);
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.renames: " + e.getMessage(), e);
        }
    }
}
