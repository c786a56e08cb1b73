package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns that move to a table without a foreign key that says which rows belong together. The statements are there, and a
 * person fills in the condition; until then the migration is not run. What is expected of the rows afterwards makes sure
 * that no value is lost by a wrong condition.
 */
final class UnlinkedRows implements RowMove {

    private final List<ColumnMove> moves;
    private final Dialect dialect;
    private final Table source;
    private final Table target;
    private final MoveTarget place;
    private final MovedValues values;

    /** Names the source in statements, whatever its schema is. */
    private final String old;

    /** Names the target, which may have the same name in another schema. */
    private final String kept;

    UnlinkedRows(Schema from, Schema to, List<ColumnMove> moves, Dialect dialect, boolean isNew) {
        this.moves = moves;
        this.dialect = dialect;
        this.source = from.table(moves.get(0).from().name()).orElseThrow();
        this.target = to.table(moves.get(0).to().name()).orElseThrow();
        this.place = new MoveTarget(from, to, target, moves, isNew);
        this.values = new MovedValues(from, to, dialect);
        this.old = dialect.identifier(source.name().name()) + ".";
        this.kept = source.name().name().equals("kept") ? "target" : "kept";
    }

    @Override
    public Schema beside(Schema schema) {
        return place.beside(schema);
    }

    @Override
    public List<Operation> expectations() {
        return values.fits(moves);
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(place.isNew() ? insert() : update());
        operations.add(DataSkeleton.expect(source.name(), isMoved()));
        return operations;
    }

    private String review(String fillIn) {
        return values.review(moves) + "; FILL IN " + fillIn;
    }

    private Operation update() {
        String assignments = moves.stream()
                .map(move -> dialect.identifier(move.to().lastName()) + " = " + values.of(move, old))
                .collect(Collectors.joining(", "));
        return DataSkeleton.statement(
                review("which row of " + source.name() + " belongs to a row of " + target.name() + ", such as " + old
                        + "id = " + kept + ".id"),
                "UPDATE " + dialect.name(target.name()) + " AS " + kept + " SET " + assignments + "\nFROM "
                        + dialect.name(source.name()) + " WHERE " + DataSkeleton.FILL_IN);
    }

    /** The key is filled in, since it is what tells later which row came from which. */
    private Operation insert() {
        List<String> columns = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        for (String name : key()) {
            Column column = target.column(name).orElseThrow();
            columns.add(name);
            selected.add(dialect.cast(DataSkeleton.FILL_IN, column.type()));
        }
        for (ColumnMove move : moves) {
            columns.add(move.to().lastName());
            selected.add(values.of(move, old));
        }
        String fillIn = "which row of " + source.name() + " became a row of " + target.name()
                + (key().isEmpty() ? "" : ", and the key of the new row");
        return DataSkeleton.statement(
                review(fillIn) + "; check that these are the rows that have such values",
                "INSERT INTO " + dialect.name(target.name()) + " ("
                        + dialect.identifiers(columns) + ")\nSELECT "
                        + String.join(", ", selected) + " FROM " + dialect.name(source.name()) + " WHERE "
                        + moves.stream()
                                .map(move -> value(move) + " IS NOT NULL")
                                .collect(Collectors.joining(" OR ")));
    }

    /** The columns of the new table's key that neither move nor are counted by the database. */
    private List<String> key() {
        List<String> moved = moves.stream().map(move -> move.to().lastName()).toList();
        return target.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()).stream()
                .filter(column -> !moved.contains(column))
                .filter(column -> target.column(column).map(Column::identity).isEmpty())
                .toList();
    }

    private String value(ColumnMove move) {
        return old + dialect.identifier(move.from().lastName());
    }

    private String isMoved() {
        String nothing = moves.stream().map(move -> value(move) + " IS NULL").collect(Collectors.joining(" AND "));
        String same = moves.stream().map(this::isSame).collect(Collectors.joining(" AND "));
        return nothing + " OR EXISTS (SELECT FROM " + dialect.name(target.name()) + " AS " + kept + " WHERE "
                + DataSkeleton.FILL_IN + " AND " + same + ")";
    }

    private String isSame(ColumnMove move) {
        String moved = kept + "." + dialect.identifier(move.to().lastName());
        return values.isConverted(move)
                ? values.compared(move, moved) + " IS NOT DISTINCT FROM " + values.compared(move, values.of(move, old))
                : "(" + value(move) + " IS NULL OR " + moved + " IS NOT NULL)";
    }

    @Override
    public List<Place> places() {
        Stream<Place> own = place.isNew() ? key().stream().map(column -> Place.of(target.name(), column)) : Stream.of();
        return Stream.concat(moves.stream().map(ColumnMove::to), own).toList();
    }
}
