package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.diff.prepare.DefaultSchema;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.prepare.UnmanagedAttributes;
import dev.albedo.diff.prepare.UnmanagedObjects;
import dev.albedo.diff.prepare.UnmanagedObjects.DroppedPart;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.database.SchemaReaders;
import dev.albedo.maven.goal.origins.RowMeanings;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.OrdinalOrders;
import dev.albedo.safety.SafePlan;
import dev.albedo.safety.rows.RenamedTexts;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.snapshot.InitialValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * @param policy how much of a difference is one
 */
public record Comparison(
        Dialect dialect,
        NamingConvention naming,
        Renames renames,
        ObjectFilter filter,
        Hooks hooks,
        ComparisonPolicy policy) {

    /** A comparison with the usual policy. */
    public Comparison(Dialect dialect, NamingConvention naming, Renames renames, ObjectFilter filter, Hooks hooks) {
        this(dialect, naming, renames, filter, hooks, ComparisonPolicy.DEFAULT);
    }

    /** A comparison of which the project makes nothing else. */
    public Comparison(Dialect dialect, NamingConvention naming, Renames renames, ObjectFilter filter) {
        this(dialect, naming, renames, filter, Hooks.NONE);
    }

    /** Returns the same comparison for a server, which may be older than the version that migrations are written for. */
    public Comparison on(Connection connection) throws SQLException {
        return new Comparison(Dialects.older(dialect, connection), naming, renames, filter, hooks, policy);
    }

    /** Returns a schema with names for what has none, adopted from an existing one where it has them. */
    public Schema named(Schema schema, Schema existing) {
        return naming.name(schema, existing, dialect.longestName());
    }

    /** Returns what reads the database that is compared. */
    public SchemaReader reader() {
        return SchemaReaders.of(dialect);
    }

    /** Finds out what was renamed, besides what the user says. */
    @FunctionalInterface
    public interface Search {

        /**
         * All renames.
         *
         * @param there what there is, in the spelling of {@code wanted}
         * @param created what may be dropped, or nothing if everything may be
         * @param mover knows what a plan can move
         * @throws IllegalArgumentException if what the user says does not fit
         */
        Renames find(Renames said, Schema there, Schema wanted, Optional<Schema> created, Mover mover);
    }

    /** Knows which columns a plan can move to another table. */
    @FunctionalInterface
    public interface Mover {

        /** Returns whether it can move a column between two schemas of the same names. */
        boolean moves(Schema there, Schema wanted, ColumnMove move);
    }

    /**
     * Against a database, which is asked what its texts mean.
     *
     * @param created what the migrations created: nothing else is dropped; or nothing if everything may be
     */
    public FoundDifference ofDatabase(
            Connection connection, Schema database, Schema model, Optional<Schema> created, Search search)
            throws SQLException {
        return ofDatabase(connection, given(database, model, created), search);
    }

    /**
     * The schemas of a comparison in the dialect's spelling, handed on so that none is brought to it again.
     *
     * @param existing what there is
     * @param model what is expected
     * @param created what the migrations created, or nothing if it does not matter
     */
    public record Given(Schema existing, Schema model, Optional<Schema> created) {}

    /** Returns the schemas of a comparison in the dialect's spelling. */
    public Given given(Schema existing, Schema model, Optional<Schema> created) {
        return new Given(dialect.normalize(existing), dialect.normalize(model), created.map(dialect::normalize));
    }

    /** Compares a database with the model as the other method does, with schemas that are in the dialect's spelling. */
    public FoundDifference ofDatabase(Connection connection, Given given, Search search) throws SQLException {
        Schema there = filter.of(given.existing());
        String defaultSchema = connection.getSchema();
        Optional<Schema> droppable = given.created().map(schema -> withDatabaseNames(schema, defaultSchema));
        Aligned aligned = aligned(
                connection, there, given.model(), droppable, policy.strict() ? Optional.empty() : droppable, search);
        ComparedPair named = aligned.named();
        Schema spelled = AfterRenames.of(named.existing(), aligned.renaming().reverse());
        if (droppable.isEmpty()) {
            return new HookedDiff(hooks, dialect, given.existing(), there, aligned.renaming())
                    .between(named, List.of())
                    .keeping(aligned.kept(), spelled);
        }
        Schema ours = AfterRenames.of(droppable.get(), aligned.renaming());
        UnmanagedObjects strangers =
                UnmanagedObjects.among(named.existing(), named.expected(), withConverted(ours, named));
        List<DroppedPart> dropped = strangers.dropped();
        List<DroppedPart> before = dropped.stream()
                .map(part -> part.in(AfterRenames.before(
                                Place.of(part.table()), aligned.renaming().operations())
                        .name()))
                .toList();
        return new HookedDiff(
                        hooks, dialect, without(before, given.existing()), without(before, there), aligned.renaming())
                .between(
                        new ComparedPair(without(dropped, named.existing()), strangers.besideModel()),
                        aligned.replaceable(),
                        strangers.descriptions())
                .keeping(aligned.kept().withConstraints(named.expected(), strangers.besideModel()), spelled)
                .dropping(dropped);
    }

    private static Schema without(List<DroppedPart> parts, Schema schema) {
        Schema left = schema;
        for (DroppedPart part : parts) {
            left = part.removedFrom(left);
        }
        return left;
    }

    /** Returns the objects that may be dropped, and the sequences of columns that become identity columns. */
    private Schema withConverted(Schema droppable, ComparedPair sides) {
        Schema all = droppable;
        for (Sequence sequence : sides.existing().sequences().values()) {
            Sequence.Owner owner = sequence.ownedBy();
            if (owner != null
                    && column(sides.existing(), owner)
                            .flatMap(dialect::sequenceOf)
                            .filter(sequence.name()::equals)
                            .isPresent()
                    && column(sides.expected(), owner).map(Column::identity).isPresent()) {
                all = all.with(sequence);
            }
        }
        return all;
    }

    private static Optional<Column> column(Schema schema, Sequence.Owner owner) {
        return schema.column(owner.table(), owner.column());
    }

    /**
     * What of a database the model knows, by the names it has there: without what would be left alone if no migration had
     * created anything.
     */
    public Schema knownOf(Connection connection, Schema database, Schema model, Search search) throws SQLException {
        Schema there = filter.of(dialect.normalize(database));
        Optional<Schema> nothing = Optional.of(Schema.EMPTY);
        Aligned aligned = aligned(
                connection,
                there,
                dialect.normalize(model),
                nothing,
                policy.strict() ? Optional.empty() : nothing,
                search);
        ComparedPair named = aligned.named();
        Schema known = UnmanagedObjects.among(named.existing(), named.expected(), Schema.EMPTY)
                .knownOf(named.existing(), named.expected());
        return AfterRenames.of(known, aligned.renaming().reverse());
    }

    /**
     * Two sides after what is renamed, with the model's texts where the database means the same, everything with its name.
     *
     * @param replaceable the model without the keys and indexes that cannot be dropped and added again without a loss
     */
    private record Aligned(SchemaDiff renaming, ComparedPair named, Schema replaceable, Kept kept) {}

    /**
     * Brings both sides to the point where what differs is a difference.
     *
     * @param stated what the migrations created, or nothing if every attribute is compared
     */
    private Aligned aligned(
            Connection connection,
            Schema there,
            Schema model,
            Optional<Schema> droppable,
            Optional<Schema> stated,
            Search search)
            throws SQLException {
        Schema wanted = filter.of(model);
        SchemaDiff renaming = plan(there, wanted, droppable, search);
        ComparedPair sides = ComparedPair.of(hooks, renaming.applyTo(there), wanted);
        Schema adopted = dialect.adoptForms(sides.expected(), sides.existing(), policy.convertSerial());
        Optional<Schema> said = stated.map(schema -> AfterRenames.of(schema, renaming));
        UnmanagedAttributes unmanaged =
                Kept.attributes(said, List.of(), List.of()).in(sides.existing(), adopted);
        Schema aligned = RenamedTexts.readable(
                dialect,
                connection,
                RenamedTexts.align(dialect, connection, unmanaged.managed(), renaming, adopted),
                renaming,
                adopted,
                droppable.map(schema -> AfterRenames.of(schema, renaming)).orElse(Schema.EMPTY));
        ComparedPair named = ComparedPair.of(hooks, aligned, named(adopted, aligned));
        return new Aligned(
                renaming,
                named,
                unmanaged.replaceable(named.expected()),
                Kept.attributes(said, unmanaged.descriptions(), unmanaged.orders()));
    }

    /**
     * Against a schema in memory, which has the model's texts. What has no name there has the one that the database gave
     * it.
     */
    public FoundDifference ofMigrations(Schema migrations, Schema model, Search search) {
        return ofMigrations(given(migrations, model, Optional.empty()), search);
    }

    /** Compares migrations with the model as the other method does, with schemas that are in the dialect's spelling. */
    public FoundDifference ofMigrations(Given given, Search search) {
        Schema wanted = filter.of(given.model());
        Schema start = withDatabaseNames(given.existing(), filter.defaultSchema());
        Schema there = filter.of(start);
        SchemaDiff renaming = plan(there, wanted, Optional.empty(), search);
        ComparedPair sides = ComparedPair.of(hooks, renaming.applyTo(there), wanted);
        Schema adopted = dialect.adoptForms(sides.expected(), sides.existing(), policy.convertSerial());
        ComparedPair named = ComparedPair.of(hooks, sides.existing(), named(adopted, sides.existing()));
        return new HookedDiff(hooks, dialect, start, there, renaming).between(named, List.of());
    }

    /** Returns the plan, made safe for tables with rows, and its reverse. */
    public Plan plan(FoundDifference found, Model model) {
        return new PlanBuilder(this)
                .plan(
                        found,
                        model.snapshot().initialValues(),
                        model.before(),
                        model.snapshot().origins(),
                        model.meanings());
    }

    /** Whether nothing is to be done: the schemas are the same, and rows mean the same constants of enums. */
    public boolean isDone(FoundDifference found, Model model) {
        return found.diff().isEmpty() && moved(found, model).isEmpty();
    }

    /**
     * Returns in words which rows need a change though no schema shows it: constants of enums that have other numbers,
     * attributes that are primitive now.
     */
    public List<String> moved(FoundDifference found, Model model) {
        InitialValues values =
                model.snapshot().initialValues().since(model.meanings().byColumn());
        List<String> moved = new ArrayList<>(OrdinalOrders.moved(found.wanted(), values, dialect));
        SafePlan.newPrimitives(
                        found.wanted(),
                        values.since(PlanBuilder.nullable(
                                model.before(), model.meanings().primitives())),
                        dialect)
                .forEach(fill -> moved.add(fill.table() + "." + fill.column()
                        + " may be NULL in existing rows, and its attribute is primitive now"));
        return moved;
    }

    /** The same of a model of which nothing is known but its schema and what it puts into new objects. */
    public Plan plan(FoundDifference found, InitialValues values) {
        return new PlanBuilder(this).plan(found, values, Origins.NONE, Origins.NONE, RowMeanings.NONE);
    }

    /**
     * What leads from a database to a schema in which everything has a name and nothing is to be renamed.
     *
     * @param schema in the dialect's spelling, as comparisons give it
     */
    public SchemaDiff left(Connection connection, Schema database, Schema schema) throws SQLException {
        Schema wanted = filter.of(schema);
        Schema there = filter.of(dialect.normalize(database));
        return SchemaDiffer.diff(dialect.alignTexts(connection, there, wanted), wanted);
    }

    /**
     * What leads from a database to such a schema, besides attributes that are kept.
     *
     * @throws GoalException if one of these is gone
     */
    public SchemaDiff left(Connection connection, Schema database, Schema schema, Kept kept) throws SQLException {
        Schema wanted = filter.of(schema);
        UnmanagedAttributes found = kept.in(filter.of(dialect.normalize(database)), wanted);
        List<String> lost = found.missingOf(kept.attributes());
        if (!lost.isEmpty()) {
            throw new GoalException("The plan loses " + String.join(", ", lost)
                    + ", which neither the model nor the migrations state and which it should leave alone. Nothing was"
                    + " written. This is a bug in Albedo, please report it");
        }
        return SchemaDiffer.diff(dialect.alignTexts(connection, found.managed(), wanted), wanted);
    }

    /** What leads from one schema in memory to another; nothing if they are the same for this comparison. */
    public SchemaDiff between(Schema one, Schema other) {
        return SchemaDiffer.diff(
                withDatabaseNames(dialect.normalize(one), filter.defaultSchema()),
                withDatabaseNames(dialect.normalize(other), filter.defaultSchema()));
    }

    /** With the name that the database gives what has none, and without that of the default schema, if there is one. */
    Schema withDatabaseNames(Schema normal, @Nullable String defaultSchema) {
        return NamingConvention.OF_POSTGRESQL.name(
                defaultSchema == null ? normal : DefaultSchema.unnamed(normal, defaultSchema),
                Schema.EMPTY,
                dialect.longestName());
    }

    private SchemaDiff plan(Schema there, Schema wanted, Optional<Schema> created, Search search) {
        try {
            Renames found = search.find(
                    renames,
                    there,
                    wanted,
                    ComparedPair.droppable(hooks, there, wanted, created),
                    DataSkeleton::isPossible);
            return new SchemaDiff(found.plan(there, wanted));
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.renames: " + e.getMessage(), e);
        }
    }
}
