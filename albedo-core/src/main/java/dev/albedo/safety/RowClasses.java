package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The classes of rows before and after a change: the tables of each class, and the discriminator values of those that share
 * one.
 *
 * @param past where classes were mapped to
 * @param told the SQL literals by class, for each discriminator column before
 * @param now where classes are mapped to
 * @param tells the SQL literals by class, for each discriminator column after
 */
public record RowClasses(
        Origins past, Map<Place, Map<String, String>> told, Origins now, Map<Place, Map<String, String>> tells) {

    /** No class is known. */
    public static final RowClasses NONE = new RowClasses(Origins.NONE, Map.of(), Origins.NONE, Map.of());

    /** Returns the way back. */
    public RowClasses reverse() {
        return new RowClasses(now, tells, past, told);
    }

    /** Returns the class that has a table to itself after the change, if there is one. */
    Optional<String> classOf(QualifiedName table) {
        return now.of(Place.of(table)).stream().filter(RowClasses::isClass).findFirst();
    }

    /** Returns whether a class had a table to itself before the change. */
    boolean hadTable(String name) {
        return past.placesByOrigin().getOrDefault(name, List.of()).stream().anyMatch(Place::isTable);
    }

    private static boolean isClass(String origin) {
        return origin.indexOf('#') < 0 && origin.indexOf('[') < 0;
    }

    /** Returns the classes whose rows have a part in a table after the change: its own class and those that extend it. */
    Set<String> within(Schema to, QualifiedName table) {
        Set<String> classes = new TreeSet<>();
        now.byPlace().forEach((place, origins) -> {
            if (place.isTable()
                    && (place.name().equals(table)
                            || chain(to, place.name(), table).isPresent())) {
                origins.stream().filter(RowClasses::isClass).forEach(classes::add);
            }
        });
        return classes;
    }

    /** Returns the discriminator columns that a table had, with the classes that they tell apart. */
    List<Map.Entry<Place, Map<String, String>>> discriminators(QualifiedName table) {
        return told.entrySet().stream()
                .filter(column -> column.getKey().name().equals(table))
                .toList();
    }

    /** Returns the foreign key by which the rows of a class continue those of another, perhaps by tables between. */
    static Optional<Constraint.ForeignKey> chain(Schema schema, QualifiedName table, QualifiedName root) {
        return RowLink.key(schema, table, root, List.of())
                .filter(key -> key(schema, table).filter(key.columns()::equals).isPresent());
    }

    private static Optional<List<String>> key(Schema schema, QualifiedName table) {
        return schema.table(table).flatMap(Table::primaryKey).map(Constraint.PrimaryKey::columns);
    }

    /**
     * Returns values with a proposal for each discriminator column that is new in a table whose classes had tables of their
     * own: the most specific class whose table has the row.
     *
     * @param from the schema before, in the names of after
     */
    public InitialValues proposed(InitialValues values, Schema from, Schema to, Dialect dialect) {
        InitialValues all = values;
        for (Map.Entry<Place, Map<String, String>> column : tells.entrySet()) {
            Place place = column.getKey();
            boolean isNew = from.table(place.name()).isPresent()
                    && place.columnIn(from).isEmpty()
                    && place.columnIn(to).filter(Column::notNull).isPresent();
            if (isNew && values.find(place.name(), place.lastName()).isEmpty()) {
                Optional<String> cases = cases(place.name(), column.getValue(), from, dialect);
                if (cases.isPresent()) {
                    all = all.and(
                            place.name(), place.lastName(), new InitialValues.Primitive(cases.get(), null, List.of()));
                }
            }
        }
        return all;
    }

    private Optional<String> cases(QualifiedName root, Map<String, String> literals, Schema from, Dialect dialect) {
        Map<String, List<Place>> places = past.placesByOrigin();
        Map<String, Constraint.ForeignKey> keys = new LinkedHashMap<>();
        Map<String, QualifiedName> tables = new LinkedHashMap<>();
        String other = null;
        for (String name : literals.keySet()) {
            List<Place> own = places.getOrDefault(name, List.of()).stream()
                    .filter(place -> place.isTable() && Origins.isIn(from, place))
                    .toList();
            if (own.size() == 1 && own.get(0).name().equals(root)) {
                other = literals.get(name);
            } else if (own.size() == 1) {
                Optional<Constraint.ForeignKey> key = chain(from, own.get(0).name(), root);
                if (key.isEmpty()) {
                    return Optional.empty(); // its rows are in no way those of the root's table
                }
                keys.put(name, key.get());
                tables.put(name, own.get(0).name());
            }
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(keys.keySet());
        names.sort(Comparator.<String>comparingInt(name -> -depth(from, Objects.requireNonNull(tables.get(name)), root))
                .thenComparing(name -> name));
        String cases = names.stream()
                .map(name -> " WHEN "
                        + isIn(
                                Objects.requireNonNull(keys.get(name)),
                                Objects.requireNonNull(tables.get(name)),
                                dialect)
                        + " THEN " + literals.get(name))
                .collect(Collectors.joining());
        return Optional.of("CASE" + cases + (other == null ? "" : " ELSE " + other) + " END");
    }

    private static String isIn(Constraint.ForeignKey key, QualifiedName table, Dialect dialect) {
        String referred = dialect.identifiers(key.targetColumns());
        return (key.columns().size() == 1 ? referred : "(" + referred + ")") + " IN (SELECT "
                + dialect.identifiers(key.columns()) + " FROM " + dialect.name(table) + ")";
    }

    /** Returns how many tables are between a subclass and its root, at most. */
    private static int depth(Schema schema, QualifiedName table, QualifiedName root) {
        if (table.equals(root)) {
            return 0;
        }
        return 1
                + schema.table(table).map(Table::foreignKeys).orElse(List.of()).stream()
                        .filter(key ->
                                key(schema, table).filter(key.columns()::equals).isPresent())
                        .map(Constraint.ForeignKey::target)
                        .filter(next -> !next.equals(table))
                        .filter(next ->
                                next.equals(root) || chain(schema, next, root).isPresent())
                        .mapToInt(next -> depth(schema, next, root))
                        .max()
                        .orElse(0);
    }
}
