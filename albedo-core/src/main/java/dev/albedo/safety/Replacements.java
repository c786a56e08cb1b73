package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.origin.Place;
import dev.albedo.safety.rows.EnumCases;
import dev.albedo.safety.rows.Mentions;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns whose type changes so that no value of the old type is one of the new type, or only a person knows which: each gets
 * a new column beside it, which takes its name. Columns of foreign keys follow the columns that they refer to.
 */
final class Replacements {

    private static final String NEW = "_new";

    private final Schema from;
    private final Schema to;
    private final Dialect dialect;
    private final Set<Place> columns = new TreeSet<>();

    Replacements(Schema from, Schema to, InitialValues values, Dialect dialect) {
        EnumCases cases = new EnumCases(from, to, values, dialect);
        this.from = from;
        this.to = to;
        this.dialect = dialect;
        for (Table table : from.tables().values()) {
            for (Column column : table.columns()) {
                Optional<Column> after = to.column(table.name(), column.name());
                if (after.isPresent() && isReplaced(table.name(), column, after.get(), cases)) {
                    columns.add(Place.of(table.name(), column.name()));
                }
            }
        }
    }

    private boolean isReplaced(QualifiedName table, Column before, Column after, EnumCases cases) {
        return before.generated() == null
                && after.generated() == null
                && (!dialect.isConvertible(before.type(), after.type()) || cases.isUnknown(table, before, after));
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    Set<Place> places() {
        return columns;
    }

    /** Returns a schema with the new columns beside the old ones. */
    Schema beside(Schema schema) {
        Schema beside = schema;
        for (Place place : columns) {
            Column after = place.columnIn(to).orElseThrow();
            Table table = beside.table(place.name()).orElseThrow();
            beside = beside.with(
                    table.with(DataSkeleton.bare(after).named(newName(place)).comment(null)));
        }
        return beside;
    }

    /** Whether a column is the new one beside another. */
    static boolean isNewName(String name, String column) {
        return name.startsWith(column + NEW)
                && name.substring((column + NEW).length()).replace("_", "").isEmpty();
    }

    private String newName(Place place) {
        String name = place.lastName() + NEW;
        while (place.sibling(name).columnIn(from).isPresent()
                || place.sibling(name).columnIn(to).isPresent()) {
            name += "_";
        }
        return name;
    }

    /** Returns what gives the new columns their values: those of keys are a person's to say, references follow them. */
    List<Operation> fills() {
        List<Operation> own = new ArrayList<>();
        List<Operation> following = new ArrayList<>();
        List<Operation> expected = new ArrayList<>();
        Set<Place> done = new TreeSet<>();
        for (Place place : columns) {
            Optional<Constraint.ForeignKey> key = reference(place);
            if (key.isPresent() && done.add(place)) {
                following.add(follow(place, key.get()));
                expected.add(DataSkeleton.expect(
                        place.name(),
                        dialect.identifier(place.lastName()) + " IS NULL OR " + dialect.identifier(newName(place))
                                + " IS NOT NULL"));
            } else if (key.isEmpty()) {
                own.add(new Backfill(place.name(), newName(place), null));
            }
        }
        own.addAll(following);
        own.addAll(expected);
        return own;
    }

    /** Returns the foreign key by which a column refers to another one that is replaced. */
    private Optional<Constraint.ForeignKey> reference(Place place) {
        return from.table(place.name()).orElseThrow().foreignKeys().stream()
                .filter(key -> key.columns().contains(place.lastName()))
                .filter(key -> columns.contains(target(key, place))
                        && !target(key, place).equals(place))
                .findFirst();
    }

    private static Place target(Constraint.ForeignKey key, Place place) {
        return Place.of(key.target(), key.targetColumns().get(key.columns().indexOf(place.lastName())));
    }

    private Operation follow(Place place, Constraint.ForeignKey key) {
        Place target = target(key, place);
        String join = IntStream.range(0, key.columns().size())
                .mapToObj(i ->
                        "referenced." + dialect.identifier(key.targetColumns().get(i)) + " = referring."
                                + dialect.identifier(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return DataSkeleton.statement(
                "the references in " + place.name() + " are updated to the new values of " + target,
                "UPDATE " + dialect.name(place.name()) + " AS referring SET " + dialect.identifier(newName(place))
                        + " = (SELECT referenced." + dialect.identifier(newName(target)) + " FROM "
                        + dialect.name(key.target()) + " AS referenced WHERE " + join + ")");
    }

    /** Returns a schema without the old columns and all that is about them. */
    Schema without(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> without(table));
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences
                .values()
                .removeIf(sequence -> sequence.ownedBy() != null
                        && columns.contains(Place.of(
                                sequence.ownedBy().table(), sequence.ownedBy().column())));
        return schema.tables(tables).sequences(sequences);
    }

    private Table without(Table table) {
        return table.constraints(table.constraints().stream()
                        .filter(constraint -> !isAbout(table, constraint))
                        .toList())
                .indexes(table.indexes().stream()
                        .filter(index -> !isAbout(table, index))
                        .toList())
                .columns(table.columns().stream()
                        .filter(column -> !columns.contains(Place.of(table.name(), column.name())))
                        .filter(column -> column.generated() == null
                                || !isAny(
                                        table, SqlText.names(column.generated().expression())))
                        .toList());
    }

    private boolean isAbout(Table table, Constraint constraint) {
        boolean isKeyTo = constraint instanceof Constraint.ForeignKey key
                && key.targetColumns().stream().anyMatch(column -> columns.contains(Place.of(key.target(), column)));
        return isKeyTo || isAny(table, Mentions.of(constraint));
    }

    private boolean isAbout(Table table, Index index) {
        return isAny(table, Mentions.of(index));
    }

    private boolean isAny(Table table, Set<String> names) {
        return names.stream().anyMatch(name -> columns.contains(Place.of(table.name(), name)));
    }

    /** Returns what gives the new columns the old names. */
    List<Operation> renames() {
        return columns.stream()
                .<Operation>map(place -> new RenameColumn(place.name(), newName(place), place.lastName()))
                .toList();
    }
}
