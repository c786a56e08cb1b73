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
        boolean sameTablesAreSameEntities = pair.from().entities().stream()
                .noneMatch(before -> pair.to().entities().stream()
                        .anyMatch(after -> before.table().equals(after.table())
                                && !before.name().equals(after.name())));
        return sameTablesAreSameEntities
                && pair.from().entities().stream()
                        .allMatch(before -> pair.to()
                                .entity(before.name())
                                .map(after -> survive(before, after))
                                .orElse(true));
    }

    private boolean survive(Entity before, Entity after) {
        boolean sameTable = before.table().equals(after.table()) || isRenamed(before.table(), after.table());
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
                && names.stream()
                        .allMatch(name -> isSame(before.attribute(name), after.attribute(name))
                                || (!isSameColumn(before.attribute(name), after.attribute(name))
                                        && canComeAndGo(before, name)
                                        && canComeAndGo(after, name)));
    }

    private boolean isRenamed(String from, String to) {
        return pair.said().contains("\"" + from + "\"->" + to);
    }

    private boolean isSameColumn(Optional<Attribute> before, Optional<Attribute> after) {
        String from = before.map(Attribute::column).orElse("");
        String to = after.map(Attribute::column).orElse("");
        return from.equals(to) || isRenamed(from, to);
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
        return compatible && from.target().equals(to.target());
    }

    private static boolean canComeAndGo(Entity entity, String name) {
        Attribute attribute = entity.attribute(name).orElse(null);
        if (attribute == null || attribute.kind().family() == Kind.Family.COLLECTION) {
            return true;
        }
        if (entity.parts().stream()
                .anyMatch(part -> part.sort() == Sort.CHECK && part.attributes().contains(name))) {
            return false;
        }
        boolean hasDefault = attribute.has(Trait.DEFAULT);
        return hasDefault ? !isUnique(entity, attribute) : !attribute.has(Trait.REQUIRED);
    }

    private static boolean isUnique(Entity entity, Attribute attribute) {
        return attribute.has(Trait.UNIQUE)
                || entity.parts().stream()
                        .anyMatch(part -> isUnique(part) && part.attributes().contains(attribute.name()));
    }

    private static boolean isUnique(Part part) {
        return part.sort() == Sort.UNIQUE || part.sort() == Sort.UNIQUE_INDEX;
    }

    /** Puts the rows into the tables of the model before. */
    void insert(TestDatabase database) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("set session_replication_role = replica"); // rows may come in any order
        for (Entity entity : pair.from().entities()) {
            List<Attribute> filled = entity.attributes().stream()
                    .filter(attribute -> isFilled(pair.from(), attribute))
                    .toList();
            for (int row = 1; row <= 2; row++) {
                statements.add(insert(entity, filled, row));
            }
        }
        database.execute(statements.toArray(String[]::new));
    }

    private static boolean isFilled(RandomModel model, Attribute attribute) {
        return attribute.kind().hasColumn()
                && model.entity(attribute.target())
                        .filter(target -> target.key() == Key.COMPOSITE)
                        .isEmpty();
    }

    private String insert(Entity entity, List<Attribute> attributes, int row) {
        List<String> columns = new ArrayList<>(keyColumns(entity));
        List<String> values = new ArrayList<>();
        values.add(keyLiteral(entity, row));
        if (entity.key() == Key.COMPOSITE) {
            values.add("'" + row + "'");
        }
        for (Attribute attribute : attributes) {
            columns.add(attribute.column());
            values.add(
                    attribute.kind().family() == Kind.Family.REFERENCE
                            ? keyLiteral(pair.from().entity(attribute.target()).orElseThrow(), row)
                            : attribute.kind().literal(row, pair.from().constants(attribute.target())));
        }
        return "insert into \"" + entity.table() + "\" (" + quoted(columns) + ") values (" + String.join(", ", values)
                + ")";
    }

    private static List<String> keyColumns(Entity entity) {
        return entity.key() == Key.COMPOSITE ? List.of("id", "place") : List.of("id");
    }

    private static String keyLiteral(Entity entity, int row) {
        return switch (entity.key()) {
            case LONG, INT, IDENTITY, AUTO, SEQUENCE, COMPOSITE -> "" + row;
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
            for (Entity before : pair.from().entities()) {
                Optional<Entity> after = pair.to().entity(before.name());
                if (after.isPresent()) {
                    Entity shown = now.entity(before.name()).orElseThrow();
                    List<String> columns = new ArrayList<>(keyColumns(shown));
                    for (Attribute attribute : before.attributes()) {
                        if (isUntouched(attribute, after.get().attribute(attribute.name()))) {
                            columns.add(shown.attribute(attribute.name())
                                    .orElseThrow()
                                    .column());
                        }
                    }
                    String sql = "select row(" + quoted(columns) + ")::text from \"" + shown.table() + "\" order by 1";
                    try (ResultSet rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            contents.add(before.name() + " " + rows.getString(1));
                        }
                    }
                }
            }
        }
        return contents;
    }

    private boolean isUntouched(Attribute before, Optional<Attribute> after) {
        return isFilled(pair.from(), before)
                && isSame(Optional.of(before), after)
                && before.kind() == after.orElseThrow().kind()
                && before.get(Trait.DIGITS).equals(after.orElseThrow().get(Trait.DIGITS));
    }
}
