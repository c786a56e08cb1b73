package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns that move from one table to another along a foreign key between the two. A new table gets rows, one that is there
 * gets the values in its rows.
 */
final class MovedRows implements RowMove {

    private final Schema from;
    private final Schema to;
    private final List<ColumnMove> moves;
    private final Dialect dialect;
    private final Table source;
    private final Table target;
    private final MoveTarget place;
    private final MovedValues values;

    /** The foreign key between the tables. */
    private final Constraint.ForeignKey link;

    /** Whether the target refers to the source. */
    private final boolean isTargetReferring;

    /** Whether the target has no rows yet. */
    private final boolean isNew;

    private MovedRows(
            Schema from,
            Schema to,
            List<ColumnMove> moves,
            Dialect dialect,
            Constraint.ForeignKey link,
            boolean isTargetReferring,
            boolean isNew) {
        this.from = from;
        this.to = to;
        this.moves = moves;
        this.dialect = dialect;
        this.source = from.table(moves.get(0).from().name()).orElseThrow();
        this.target = to.table(moves.get(0).to().name()).orElseThrow();
        this.link = link;
        this.isTargetReferring = isTargetReferring;
        this.isNew = isNew;
        this.place = new MoveTarget(from, to, target, moves, isNew);
        this.values = new MovedValues(from, to, dialect);
    }

    /** Returns the moves between each two tables: along a foreign key, or else by a condition that a person fills in. */
    static List<RowMove> of(Schema from, Schema to, List<ColumnMove> moves, RowClasses classes, Dialect dialect) {
        List<SubclassRows> subclasses = SubclassRows.of(from, to, moves, classes, dialect);
        Map<List<QualifiedName>, List<ColumnMove>> byTables = new LinkedHashMap<>();
        for (ColumnMove move : moves) {
            if (isKnown(from, to, move)
                    && subclasses.stream().noneMatch(rows -> rows.moves().contains(move))) {
                byTables.computeIfAbsent(List.of(move.from().name(), move.to().name()), key -> new ArrayList<>())
                        .add(move);
            }
        }
        List<RowMove> all = new ArrayList<>(subclasses);
        Set<QualifiedName> created =
                subclasses.stream().map(SubclassRows::target).collect(Collectors.toCollection(TreeSet::new));
        // A class has its rows where those of the class that it extends are.
        List<List<ColumnMove>> groups = byTables.entrySet().stream()
                .sorted(Comparator.comparing(entry -> RowLink.key(
                                to, entry.getKey().get(1), entry.getKey().get(0), List.of())
                        .isEmpty()))
                .map(Map.Entry::getValue)
                .toList();
        for (List<ColumnMove> each : groups) {
            QualifiedName target = each.get(0).to().name();
            // The first move makes the rows of a new table, others add to them.
            boolean isNew = from.table(target).isEmpty() && created.add(target);
            all.add(linked(from, to, each, dialect, isNew)
                    .<RowMove>map(rows -> rows)
                    .orElseGet(() -> new UnlinkedRows(from, to, each, dialect, isNew)));
        }
        return all;
    }

    private static boolean isKnown(Schema from, Schema to, ColumnMove move) {
        return move.from().columnIn(from).isPresent()
                && move.to().columnIn(to).isPresent()
                && move.to().columnIn(from).isEmpty();
    }

    /** Returns whether there is a column to move, and a new one for it. */
    static boolean isPossible(Schema from, Schema to, ColumnMove move) {
        return isKnown(from, to, move);
    }

    /** Returns whether the rows of the two tables are linked by a foreign key, so that only a review is left to do. */
    static boolean isLinked(Schema from, Schema to, ColumnMove move, Dialect dialect) {
        return isKnown(from, to, move)
                && linked(
                                from,
                                to,
                                List.of(move),
                                dialect,
                                from.table(move.to().name()).isEmpty())
                        .isPresent();
    }

    private static Optional<MovedRows> linked(
            Schema from, Schema to, List<ColumnMove> moves, Dialect dialect, boolean isNew) {
        QualifiedName source = moves.get(0).from().name();
        QualifiedName target = moves.get(0).to().name();
        // A reference that moves itself is a value of the rows and does not say which rows they are.
        List<String> gone = moves.stream().map(move -> move.from().lastName()).toList();
        List<String> come = moves.stream().map(move -> move.to().lastName()).toList();
        return Stream.of(
                        RowLink.key(to, target, source, come)
                                .map(key -> new MovedRows(from, to, moves, dialect, key, true, isNew)),
                        RowLink.key(to, source, target, gone)
                                .map(key -> new MovedRows(from, to, moves, dialect, key, false, isNew)),
                        RowLink.key(from, source, target, gone)
                                .map(key -> new MovedRows(from, to, moves, dialect, key, false, isNew)),
                        RowLink.key(from, target, source, come)
                                .map(key -> new MovedRows(from, to, moves, dialect, key, true, isNew)))
                .flatMap(Optional::stream)
                .filter(rows -> moves.stream().allMatch(ColumnMove::isLikely)
                        || RowLink.isOfTheSameRows(
                                rows.link, rows.isTargetReferring ? target : source, List.of(from, to)))
                .filter(MovedRows::isPossible)
                .findFirst();
    }

    /** The rows can be found: by columns that both tables have while the values move, or get a key of their own. */
    private boolean isPossible() {
        boolean isSourceThere =
                ofSource().stream().allMatch(column -> source.column(column).isPresent());
        boolean isTargetThere = ofTarget().stream()
                .allMatch(column -> from.table(target.name()).isEmpty()
                        ? target.column(column).isPresent()
                        : from.column(target.name(), column).isPresent());
        if (!isNew) {
            return isSourceThere && isTargetThere;
        }
        return isTargetReferring
                ? isSourceThere
                        && ownKey().stream().allMatch(column -> next(column).isPresent())
                : isSourceThere
                        || (link.columns().size() == 1
                                && next(link.targetColumns().get(0)).isPresent());
    }

    /** The columns of the new table's key that the rows do not get from the source. */
    private List<String> ownKey() {
        return target.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()).stream()
                .filter(column -> !link.columns().contains(column))
                .toList();
    }

    private Optional<String> next(String column) {
        return target.column(column).flatMap(each -> dialect.nextValue(to, target.name(), each));
    }

    /** Returns a schema with the new table or columns, which accept NULL until they have values. */
    @Override
    public Schema beside(Schema schema) {
        Schema beside = place.beside(schema);
        if (!isNew || isTargetReferring) {
            return beside;
        }
        Table referring = beside.table(source.name()).orElseThrow();
        for (String column : link.columns()) {
            if (referring.column(column).isEmpty()) {
                referring = referring.with(
                        DataSkeleton.bare(to.column(source.name(), column).orElseThrow()));
            }
        }
        return beside.with(referring);
    }

    @Override
    public List<Operation> expectations() {
        return values.fits(moves);
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        String what = values.review(moves);
        if (!isNew) {
            operations.add(update(what));
        } else if (isTargetReferring) {
            operations.add(insert(
                    what,
                    ownKey(),
                    ownKey().stream().map(column -> next(column).orElseThrow()).toList()));
        } else {
            String reference = dialect.identifier(link.columns().get(0));
            if (source.column(link.columns().get(0)).isEmpty()) {
                operations.add(DataSkeleton.statement(
                        "the rows of " + source.name() + " that get a row in " + target.name(),
                        "UPDATE " + dialect.name(source.name()) + " SET " + reference + " = "
                                + next(link.targetColumns().get(0)).orElseThrow()
                                + (isReferenceRequired() ? "" : " WHERE " + anyValue())));
            }
            operations.add(insert(what, List.of(), List.of()));
        }
        for (ColumnMove move : moves) {
            operations.add(DataSkeleton.expect(source.name(), isMoved(move)));
        }
        return operations;
    }

    /** Whether each row of the source gets one in the target, with a value or without. */
    private boolean isReferenceRequired() {
        return to.column(source.name(), link.columns().get(0))
                .filter(Column::notNull)
                .isPresent();
    }

    /** The columns that moved, which need no other value. */
    @Override
    public List<Place> places() {
        Stream<Place> linking = isNew
                ? link.columns().stream()
                        .map(column -> Place.of(isTargetReferring ? target.name() : source.name(), column))
                : Stream.empty();
        return Stream.concat(moves.stream().map(ColumnMove::to), linking).toList();
    }

    private Operation update(String what) {
        String join = IntStream.range(0, link.columns().size())
                .mapToObj(i -> "old." + dialect.identifier(ofSource().get(i)) + " = kept."
                        + dialect.identifier(ofTarget().get(i)))
                .collect(Collectors.joining(" AND "));
        String assignments = moves.stream()
                .map(move -> dialect.identifier(move.to().lastName()) + " = (SELECT " + values.of(move, "old.")
                        + " FROM " + dialect.name(source.name()) + " AS old WHERE " + join + ")")
                .collect(Collectors.joining(",\n    "));
        return DataSkeleton.statement(what, "UPDATE " + dialect.name(target.name()) + " AS kept SET " + assignments);
    }

    private Operation insert(String what, List<String> ownColumns, List<String> ownValues) {
        List<String> columns = new ArrayList<>(ofTarget());
        List<String> added =
                new ArrayList<>(ofSource().stream().map(dialect::identifier).toList());
        columns.addAll(ownColumns);
        added.addAll(ownValues);
        moves.forEach(move -> {
            columns.add(move.to().lastName());
            added.add(values.of(move, ""));
        });
        String rows = isTargetReferring
                ? anyValue()
                : dialect.identifier(link.columns().get(0)) + " IS NOT NULL";
        return DataSkeleton.statement(
                what + "; check that these are the rows that have such values",
                "INSERT INTO " + dialect.name(target.name()) + " ("
                        + dialect.identifiers(columns) + ")\nSELECT "
                        + String.join(", ", added) + " FROM " + dialect.name(source.name()) + " WHERE " + rows);
    }

    private String anyValue() {
        return moves.stream()
                .map(move -> dialect.identifier(move.from().lastName()) + " IS NOT NULL")
                .collect(Collectors.joining(" OR "));
    }

    /** A row that refers to no other has NULL here, which must not count as true. */
    private String isMoved(ColumnMove move) {
        String old = dialect.identifier(move.from().lastName()) + " IS NULL OR ((" + dialect.identifiers(ofSource());
        String moved = dialect.identifier(move.to().lastName());
        String rows = " FROM " + dialect.name(target.name());
        return values.isConverted(move)
                ? old + ", " + values.compared(move, values.of(move, "")) + ") IN (SELECT "
                        + dialect.identifiers(ofTarget()) + ", " + values.compared(move, moved) + rows + ")) IS TRUE"
                : old + ") IN (SELECT " + dialect.identifiers(ofTarget()) + rows + " WHERE " + moved
                        + " IS NOT NULL)) IS TRUE";
    }

    /** The columns of the foreign key that the source has, each with the one of {@link #ofTarget} at its place. */
    private List<String> ofSource() {
        return isTargetReferring ? link.targetColumns() : link.columns();
    }

    private List<String> ofTarget() {
        return isTargetReferring ? link.columns() : link.targetColumns();
    }
}
