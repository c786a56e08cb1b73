package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a class that shared the table of another and gets its own, which continues the other by its key: those that the
 * discriminator says are of this class or of one that extends it, with a value or without. Where it is not known what the
 * discriminator says, a person fills in the condition.
 */
record SubclassRows(
        Schema from,
        Schema to,
        QualifiedName source,
        Table table,
        Constraint.ForeignKey link,
        List<ColumnMove> moves,
        String rows,
        Dialect dialect)
        implements RowMove {

    /** Returns the rows of each class whose table is new and continues one that was shared. */
    static List<SubclassRows> of(Schema from, Schema to, List<ColumnMove> moves, RowClasses classes, Dialect dialect) {
        List<SubclassRows> all = new ArrayList<>();
        for (Table table : to.tables().values()) {
            Optional<String> name = classes.classOf(table.name());
            if (from.table(table.name()).isEmpty() && name.isPresent() && !classes.hadTable(name.get())) {
                of(from, to, table, moves, classes, dialect).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<SubclassRows> of(
            Schema from, Schema to, Table table, List<ColumnMove> moves, RowClasses classes, Dialect dialect) {
        Set<String> within = classes.within(to, table.name());
        for (Constraint.ForeignKey key : continued(to, table)) {
            Optional<Table> source = from.table(key.target());
            if (source.isEmpty()
                    || key.targetColumns().stream()
                            .anyMatch(column -> source.get().column(column).isEmpty())) {
                continue;
            }
            List<ColumnMove> own = moves.stream()
                    .filter(move -> !move.isLikely()
                            && move.to().name().equals(table.name())
                            && move.from().name().equals(key.target())
                            && MovedRows.isPossible(from, to, move))
                    .toList();
            Optional<String> rows = rows(key.target(), within, classes, dialect);
            if (rows.isPresent() || !own.isEmpty()) {
                return Optional.of(new SubclassRows(
                        from, to, key.target(), table, key, own, rows.orElse(DataSkeleton.FILL_IN), dialect));
            }
        }
        return Optional.empty();
    }

    /** The foreign keys by which a table continues others, the nearest first. */
    private static List<Constraint.ForeignKey> continued(Schema to, Table table) {
        Map<QualifiedName, Constraint.ForeignKey> keys = new LinkedHashMap<>();
        List<QualifiedName> next = new ArrayList<>(List.of(table.name()));
        for (int i = 0; i < next.size(); i++) {
            for (Constraint.ForeignKey key :
                    to.table(next.get(i)).map(Table::foreignKeys).orElse(List.of())) {
                if (!next.contains(key.target())) {
                    RowClasses.chain(to, table.name(), key.target()).ifPresent(chain -> {
                        keys.put(key.target(), chain);
                        next.add(key.target());
                    });
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private static Optional<String> rows(
            QualifiedName source, Set<String> within, RowClasses classes, Dialect dialect) {
        for (Map.Entry<Place, Map<String, String>> column : classes.discriminators(source)) {
            List<String> literals = column.getValue().entrySet().stream()
                    .filter(each -> within.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
            if (!literals.isEmpty()) {
                String name = dialect.identifier(column.getKey().lastName());
                return Optional.of(
                        literals.size() == 1
                                ? name + " = " + literals.get(0)
                                : name + " IN (" + String.join(", ", literals) + ")");
            }
        }
        return Optional.empty();
    }

    QualifiedName target() {
        return table.name();
    }

    private boolean isKnown() {
        return !rows.equals(DataSkeleton.FILL_IN);
    }

    @Override
    public Schema beside(Schema schema) {
        return new MoveTarget(from, to, table, moves, true).beside(schema);
    }

    @Override
    public List<Operation> expectations() {
        return new MovedValues(from, to, dialect).fits(moves);
    }

    @Override
    public List<Operation> operations() {
        MovedValues values = new MovedValues(from, to, dialect);
        List<String> columns = new ArrayList<>(link.columns());
        List<String> selected = new ArrayList<>(
                link.targetColumns().stream().map(dialect::identifier).toList());
        moves.forEach(move -> {
            columns.add(move.to().lastName());
            selected.add(values.of(move, ""));
        });
        String what = (moves.isEmpty() ? source + " has rows of " + table.name() : values.review(moves))
                + (isKnown()
                        ? "; check that these are the rows of the class and of its subclasses"
                        : "; FILL IN which rows of " + source + " are of the class and of its subclasses, by the"
                                + " values of its discriminator");
        List<Operation> operations = new ArrayList<>();
        operations.add(DataSkeleton.statement(
                what,
                "INSERT INTO " + dialect.name(table.name()) + " (" + dialect.identifiers(columns)
                        + ")\nSELECT " + String.join(", ", selected) + " FROM " + dialect.name(source) + " WHERE "
                        + rows));
        for (ColumnMove move : moves) {
            operations.add(DataSkeleton.expect(source, isMoved(move, values)));
        }
        return operations;
    }

    /** No value is lost that a row of another class has by mistake. */
    private String isMoved(ColumnMove move, MovedValues values) {
        String old = dialect.identifier(move.from().lastName());
        String moved = dialect.identifier(move.to().lastName());
        String key = dialect.identifiers(link.columns());
        String there = " FROM " + dialect.name(table.name());
        String before = dialect.identifiers(link.targetColumns());
        return values.isConverted(move)
                ? old + " IS NULL OR ((" + before + ", " + values.compared(move, values.of(move, "")) + ") IN (SELECT "
                        + key + ", " + values.compared(move, moved) + there + ")) IS TRUE"
                : old + " IS NULL OR ((" + before + ") IN (SELECT " + key + there + " WHERE " + moved
                        + " IS NOT NULL)) IS TRUE";
    }

    @Override
    public List<Place> places() {
        return Stream.concat(
                        moves.stream().map(ColumnMove::to),
                        link.columns().stream().map(column -> Place.of(table.name(), column)))
                .collect(Collectors.toList());
    }
}
