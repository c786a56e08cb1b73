package dev.albedo.diff.evidence;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Columns that look as if their attribute went to another class: the attribute is gone, and a new one, of the same type and of
 * the same name or column name, is in a table that a foreign key links with the old one. Only a person knows whether it is the
 * same.
 *
 * @param from the schema before, after its renames
 * @param before the origins of what is in it
 * @param to the schema after
 * @param now the origins of what is in it
 */
public record LikelyMoves(Schema from, Origins before, Schema to, Origins now) {

    /** Returns each such column with each place where it may be now. */
    public List<ColumnMove> all() {
        List<Place> added =
                now.byPlace().keySet().stream().filter(this::isAdded).toList();
        List<ColumnMove> moves = new ArrayList<>();
        for (Place old : before.byPlace().keySet()) {
            if (isGone(old)) {
                added.stream()
                        .filter(place -> isLikely(old, place))
                        .forEach(place -> moves.add(ColumnMove.likely(String.join(", ", before.of(old)), old, place)));
            }
        }
        return moves;
    }

    /**
     * Returns those that lose no value: each column fits one other, and each row of the one table belongs to at most one row
     * of the other, by the only foreign key between the two.
     */
    public List<ColumnMove> oneToOne() {
        List<ColumnMove> all = all();
        return all.stream()
                .filter(move -> all.stream()
                        .noneMatch(other -> !other.equals(move)
                                && (other.from().equals(move.from())
                                        || other.to().equals(move.to()))))
                .filter(move -> isOneToOne(move.from().name(), move.to().name()))
                .toList();
    }

    private boolean isGone(Place old) {
        return old.isColumn()
                && isValue(from, old)
                && to.table(old.name()).isPresent()
                && !Origins.isIn(to, old)
                && now.places(before.of(old)).isEmpty();
    }

    private boolean isAdded(Place place) {
        return place.isColumn()
                && isValue(to, place)
                && !Origins.isIn(from, place)
                && before.places(now.of(place)).isEmpty();
    }

    /** Whether it is a column that has a value of its own, and not one that identifies the row. */
    private static boolean isValue(Schema schema, Place place) {
        Optional<Table> table = schema.table(place.name());
        boolean isKey = table.flatMap(Table::primaryKey)
                .filter(key -> key.columns().contains(place.lastName()))
                .isPresent();
        return !isKey
                && place.columnIn(schema)
                        .filter(column -> column.generated() == null && column.identity() == null)
                        .isPresent();
    }

    private boolean isLikely(Place old, Place place) {
        boolean isSameType =
                old.columnIn(from).map(Column::type).equals(place.columnIn(to).map(Column::type));
        boolean isSameName = old.lastName().equals(place.lastName())
                || before.of(old).stream()
                        .anyMatch(origin -> now.of(place).stream()
                                .anyMatch(other -> attribute(origin).equals(attribute(other))));
        return isSameType
                && isSameName
                && !old.name().equals(place.name())
                && !links(old.name(), place.name()).isEmpty();
    }

    private static String attribute(String origin) {
        return origin.substring(Math.max(origin.lastIndexOf('#'), origin.lastIndexOf('.')) + 1);
    }

    private boolean isOneToOne(QualifiedName one, QualifiedName other) {
        Set<Link> links = links(one, other);
        return links.size() == 1 && links.stream().allMatch(Link::isUnique);
    }

    /** A foreign key, and whether two rows may refer to the same one. */
    private record Link(QualifiedName referring, List<String> columns, List<String> targetColumns, boolean isUnique) {}

    private Set<Link> links(QualifiedName one, QualifiedName other) {
        Set<Link> links = new HashSet<>();
        Stream.of(from, to).forEach(schema -> {
            links.addAll(links(schema, one, other));
            links.addAll(links(schema, other, one));
        });
        return links;
    }

    private static List<Link> links(Schema schema, QualifiedName referring, QualifiedName referred) {
        return schema.table(referring).stream()
                .flatMap(table -> table.foreignKeys().stream()
                        .filter(key -> key.target().equals(referred))
                        .map(key -> new Link(
                                referring, key.columns(), key.targetColumns(), isUnique(table, key.columns()))))
                .toList();
    }

    private static boolean isUnique(Table table, List<String> columns) {
        Stream<List<String>> keys = Stream.of(
                        table.primaryKey().map(Constraint.PrimaryKey::columns).stream(),
                        table.constraints(Constraint.Unique.class).stream().map(Constraint.Unique::columns),
                        table.indexes().stream()
                                .filter(index -> index.unique()
                                        && index.where() == null
                                        && index.parts().stream().noneMatch(part -> part.isExpression()))
                                .map(index -> index.parts().stream()
                                        .map(part -> part.text())
                                        .toList()))
                .flatMap(each -> each);
        return keys.anyMatch(columns::containsAll);
    }
}
