package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Key;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Sort;
import dev.albedo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two rows in each entity's table, that must live through a change and its way back. Not every change lets rows live, as
 * when a column is added that must have a value and nobody says which: such pairs run with empty tables.
 */
record RandomRows(RandomPair pair) {

    /** Whether rows can live through the change and back. */
    boolean survive() {
        List<PhysicalTable> after = PhysicalTable.of(pair.to());
        return PhysicalTable.of(pair.from()).stream()
                .allMatch(table -> after.stream()
                        .allMatch(other -> other.owner().equals(table.owner())
                                ? survive(table, other)
                                : !other.name().equals(table.name())));
    }

    private static Optional<PhysicalTable> find(RandomModel model, String owner) {
        return PhysicalTable.of(model).stream()
                .filter(table -> table.owner().equals(owner))
                .findFirst();
    }

    private boolean survive(PhysicalTable before, PhysicalTable after) {
        boolean sameTable = before.name().equals(after.name()) || isRenamed(before.name(), after.name());
        Set<String> names = Stream.concat(before.attributes().stream(), after.attributes().stream())
                .map(Attribute::name)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean sameColumnsAreSameAttributes = before.attributes().stream()
                .noneMatch(from -> after.attributes().stream()
                        .anyMatch(to -> from.column().equals(to.column())
                                && !from.name().equals(to.name())));
        return sameTable
                && sameColumnsAreSameAttributes
                && before.key() == after.key()
                && before.place().equals(after.place())
                && (before.kinds().isEmpty() || kind(before).isPresent())
                && names.stream()
                        .allMatch(name -> isSame(before.attribute(name), after.attribute(name))
                                || (!isSameColumn(before.attribute(name), after.attribute(name))
                                        && canComeAndGo(before, name)
                                        && canComeAndGo(after, name)));
    }

    /** What a row of a table of several entities is, so that it is something in both models. */
    private Optional<String> kind(PhysicalTable before) {
        List<String> after =
                find(pair.to(), before.owner()).map(PhysicalTable::kinds).orElse(before.kinds());
        return before.kinds().stream().filter(after::contains).findFirst();
    }

    private boolean isRenamed(String from, String to) {
        return pair.said()
                .contains(from + "->" + to.substring(to.lastIndexOf('.') + 1).replace("\"", ""));
    }

    private boolean isSameColumn(Optional<Attribute> before, Optional<Attribute> after) {
        String from = before.map(Attribute::column).orElse("");
        String to = after.map(Attribute::column).orElse("");
        return from.equals(to) || isRenamed("\"" + from + "\"", to);
    }

    private boolean isSame(Optional<Attribute> before, Optional<Attribute> after) {
        if (before.isEmpty() || after.isEmpty() || !isSameColumn(before, after)) {
            return false;
        }
        Attribute from = before.get();
        Attribute to = after.get();
        boolean compatible = from.kind() == to.kind()
                || (from.kind().family() == to.kind().family()
                        && Set.of(Kind.Family.NUMBER, Kind.Family.TEXT)
                                .contains(from.kind().family()));
        return compatible && from.target().equals(to.target()) && isSameTarget(from);
    }

    /** Whether what a reference references, if it is one, has its rows where it had them. */
    private boolean isSameTarget(Attribute attribute) {
        Optional<Entity> before = pair.from().entity(attribute.target());
        Optional<Entity> after = pair.to().entity(attribute.target());
        return before.isEmpty()
                || (after.isPresent()
                        && pair.from().hasTable(before.get()) == pair.to().hasTable(after.get())
                        && pair.from()
                                .owner(before.get())
                                .name()
                                .equals(pair.to().owner(after.get()).name()));
    }

    private static boolean canComeAndGo(PhysicalTable table, String name) {
        Attribute attribute = table.attribute(name).orElse(null);
        if (attribute == null || !attribute.kind().hasColumn()) {
            return true;
        }
        if (table.parts().stream()
                .anyMatch(part -> part.sort() == Sort.CHECK && part.attributes().contains(name))) {
            return false;
        }
        boolean hasDefault = attribute.has(Trait.DEFAULT);
        return hasDefault ? !isUnique(table, attribute) : !attribute.has(Trait.REQUIRED);
    }

    private static boolean isUnique(PhysicalTable table, Attribute attribute) {
        return attribute.has(Trait.UNIQUE)
                || table.parts().stream()
                        .anyMatch(part -> isUnique(part) && part.attributes().contains(attribute.name()));
    }

    private static boolean isUnique(Part part) {
        return part.sort() == Sort.UNIQUE || part.sort() == Sort.UNIQUE_INDEX;
    }

    /** Puts the rows into the tables of the model before. */
    void insert(TestDatabase database) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("set session_replication_role = replica"); // rows may come in any order
        for (PhysicalTable table : PhysicalTable.of(pair.from())) {
            for (int row = 1; row <= 2; row++) {
                statements.add(insert(table, row));
            }
        }
        database.execute(statements.toArray(String[]::new));
    }

    private boolean isFilled(Attribute attribute) {
        return attribute.kind().hasColumn() && !pair.from().hasCompositeKey(attribute.target());
    }

    private String insert(PhysicalTable table, int row) {
        List<String> columns = new ArrayList<>(table.keyColumns());
        List<String> values = new ArrayList<>();
        values.add(literal(table.key(), row));
        if (table.key() == Key.COMPOSITE) {
            values.add("'" + row + "'");
        }
        if (!table.kinds().isEmpty()) {
            columns.add("dtype");
            values.add("'" + kind(table).orElseThrow() + "'");
        }
        for (Attribute attribute : table.attributes()) {
            if (isFilled(attribute)) {
                columns.add(attribute.column());
                values.add(literal(attribute, row));
            }
        }
        return "insert into " + table.name() + " (" + quoted(columns) + ") values (" + String.join(", ", values) + ")";
    }

    private String literal(Attribute attribute, int row) {
        return attribute.kind().family() == Kind.Family.REFERENCE
                ? literal(pair.from().key(pair.from().entity(attribute.target()).orElseThrow()), row)
                : attribute.kind().literal(row, pair.from().constants(attribute.target()));
    }

    private static String literal(Key key, int row) {
        return switch (key) {
            case LONG, INT, IDENTITY, AUTO, SEQUENCE, TABLE, COMPOSITE -> "" + row;
            case STRING -> "'" + row + "'";
            case UUID -> Kind.UUID.literal(row, List.of());
        };
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
    }

    /** What is in the tables that both models have, in the columns whose values the change cannot touch. */
    List<String> contents(TestDatabase database, RandomModel now) throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            for (PhysicalTable before : PhysicalTable.of(pair.from())) {
                Optional<PhysicalTable> after = find(pair.to(), before.owner());
                if (after.isPresent()) {
                    PhysicalTable shown = find(now, before.owner()).orElseThrow();
                    List<String> columns = new ArrayList<>(shown.keyColumns());
                    for (Attribute attribute : before.attributes()) {
                        if (isUntouched(attribute, after.get().attribute(attribute.name()))) {
                            columns.add(shown.attribute(attribute.name())
                                    .orElseThrow()
                                    .column());
                        }
                    }
                    String sql = "select row(" + quoted(columns) + ")::text from " + shown.name() + " order by 1";
                    try (ResultSet rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            contents.add(before.owner() + " " + rows.getString(1));
                        }
                    }
                }
            }
        }
        return contents;
    }

    private boolean isUntouched(Attribute before, Optional<Attribute> after) {
        return isFilled(before)
                && isSame(Optional.of(before), after)
                && before.kind() == after.orElseThrow().kind()
                && before.get(Trait.DIGITS).equals(after.orElseThrow().get(Trait.DIGITS));
    }
}
