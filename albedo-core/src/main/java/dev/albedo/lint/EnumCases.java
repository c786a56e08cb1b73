package dev.albedo.lint;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Types;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between the ways in which a column stores the constants of a Java enum: by ordinal, by name, as a created
 * type, by a value that each constant has. Which way an older column went is told by its check, as Hibernate makes one for
 * each, else by its type.
 */
final class EnumCases {

    private final Schema from;
    private final Schema to;
    private final InitialValues values;
    private final Dialect dialect;

    EnumCases(Schema from, Schema to, InitialValues values, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.values = values;
        this.dialect = dialect;
    }

    /**
     * A conversion.
     *
     * @param known a condition: a value is one that the conversion knows
     * @param using the expression that converts
     * @param stored the values afterwards, as they are spelled; empty for arrays
     * @param ordinals whether it goes by the present order of the constants, which may have been another one
     */
    record Conversion(String known, String using, Set<String> stored, boolean ordinals) {}

    /** How each constant is stored before and after. */
    private record Spellings(InitialValues.Constants constants, List<String> old, List<String> wanted) {

        /** Whether the column that is not the model's has ordinals, of constants that may have been others. */
        boolean areOrdinals() {
            List<String> ordinals = ordinals(constants);
            return !constants.stored().equals(ordinals) && (old.equals(ordinals) || wanted.equals(ordinals));
        }

        /** New spellings by old ones. */
        Map<String, String> cases() {
            Map<String, String> cases = new LinkedHashMap<>();
            for (int i = 0; i < old.size(); i++) {
                cases.putIfAbsent(old.get(i), wanted.get(i));
            }
            return cases;
        }

        /** Whether a constant is stored as another one was, as texts. */
        boolean overlap() {
            Set<String> texts = old.stream().map(Spellings::text).collect(Collectors.toSet());
            return cases().entrySet().stream()
                    .anyMatch(each -> !text(each.getKey()).equals(text(each.getValue()))
                            && texts.contains(text(each.getValue())));
        }

        private static String text(String literal) {
            return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
        }
    }

    /** How values get from one column to the other; {@code null} if the enum does not tell. */
    @Nullable
    Conversion conversion(QualifiedName table, Column before, Column after) {
        Spellings spellings = spellings(table, before, after);
        if (spellings == null || isUnknown(spellings, after)) {
            return null;
        }
        Map<String, String> cases = spellings.cases();
        String value = dialect.identifier(before.name());
        if (after.type() instanceof SqlType.Array array) {
            return new Conversion(
                    dialect.hasElementsAmong(value, cases.keySet()),
                    dialect.cast(dialect.replacedElements(value, cases), array),
                    Set.of(),
                    spellings.areOrdinals());
        }
        String compared = before.type() instanceof SqlType.Named ? dialect.cast(value, Types.text()) : value;
        String using = cases.entrySet().stream()
                .map(each -> " WHEN " + each.getKey() + " THEN " + each.getValue())
                .collect(Collectors.joining("", "CASE " + compared, " END"));
        return new Conversion(
                compared + " IN (" + String.join(", ", cases.keySet()) + ")",
                after.type() instanceof SqlType.Named ? dialect.cast(using, after.type()) : using,
                new TreeSet<>(cases.values()),
                spellings.areOrdinals());
    }

    /**
     * Whether constants are stored in another way and only a person can tell which values become which: ordinals, if the
     * constants are others than before, or arrays in which new values could be taken for old ones.
     */
    boolean isUnknown(QualifiedName table, Column before, Column after) {
        Spellings spellings = spellings(table, before, after);
        return spellings != null && isUnknown(spellings, after);
    }

    private boolean isUnknown(Spellings spellings, Column after) {
        return (after.type() instanceof SqlType.Array && spellings.overlap())
                || (spellings.areOrdinals() && haveChanged(spellings.constants()));
    }

    /** Whether some column of the enum allows, before or after, other constants than the model has. */
    private boolean haveChanged(InitialValues.Constants constants) {
        return values.enums().entrySet().stream()
                .anyMatch(table -> table.getValue().entrySet().stream()
                        .filter(column -> column.getValue().names().equals(constants.names()))
                        .anyMatch(column -> Stream.of(from, to)
                                .anyMatch(schema ->
                                        allowsOthers(schema, table.getKey(), column.getKey(), column.getValue()))));
    }

    private boolean allowsOthers(Schema schema, QualifiedName table, String name, InitialValues.Constants constants) {
        Column column = RowValues.column(schema, table, name);
        if (column == null) {
            return false;
        }
        if (element(column.type()) instanceof SqlType.Named named) {
            EnumType type = schema.enums().get(named.name());
            return type != null && !Set.copyOf(type.values()).equals(Set.copyOf(constants.names()));
        }
        Set<String> checked = checked(schema, table, column);
        return !checked.isEmpty()
                && Stream.of(constants.stored(), names(constants), ordinals(constants))
                        .noneMatch(each -> checked.equals(Set.copyOf(each)));
    }

    private @Nullable Spellings spellings(QualifiedName table, Column before, Column after) {
        InitialValues.Constants constants =
                values.constants(table, after.name()).orElse(null);
        boolean areAlike = (before.type() instanceof SqlType.Array) == (after.type() instanceof SqlType.Array);
        if (constants == null || before.type().equals(after.type()) || !areAlike) {
            return null;
        }
        List<String> old = spelling(from, table, before, constants);
        List<String> wanted = spelling(to, table, after, constants);
        return old == null || wanted == null || old.equals(wanted) ? null : new Spellings(constants, old, wanted);
    }

    private static SqlType element(SqlType type) {
        return type instanceof SqlType.Array array ? array.element() : type;
    }

    private List<String> names(InitialValues.Constants constants) {
        return constants.names().stream().map(dialect::literal).toList();
    }

    private static List<String> ordinals(InitialValues.Constants constants) {
        return IntStream.range(0, constants.names().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** How a column of a schema stores each constant; {@code null} if that is not known. */
    private @Nullable List<String> spelling(
            Schema schema, QualifiedName table, Column column, InitialValues.Constants constants) {
        List<String> names = names(constants);
        SqlType element = element(column.type());
        if (element instanceof SqlType.Named named) {
            EnumType type = schema.enums().get(named.name());
            return type != null && type.values().stream().anyMatch(constants.names()::contains) ? names : null;
        }
        boolean isText = dialect.isText(element);
        if (!isText && !dialect.isNumber(element)) {
            return null;
        }
        List<List<String>> candidates = new ArrayList<>();
        for (List<String> each : List.of(constants.stored(), isText ? names : ordinals(constants))) {
            if (each.stream().allMatch(literal -> literal.startsWith("'") == isText)) {
                candidates.add(each);
            }
        }
        Set<String> checked = checked(schema, table, column);
        return candidates.stream()
                .filter(each -> checked.isEmpty() || each.stream().anyMatch(checked::contains))
                .findFirst()
                .orElse(null);
    }

    /** The values that a check allows; empty if there is none. */
    private static Set<String> checked(Schema schema, QualifiedName table, Column column) {
        return schema.table(table).stream()
                .flatMap(found -> found.constraints(Constraint.Check.class).stream())
                .map(check -> ValueCheck.valuesOf(column.name(), check.expression()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }
}
