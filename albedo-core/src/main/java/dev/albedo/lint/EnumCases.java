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
     * @param stored the values afterwards, as they are spelled
     */
    record Conversion(String known, String using, Set<String> stored) {}

    /** How values get from one column to the other; {@code null} if the enum does not tell. */
    @Nullable
    Conversion conversion(QualifiedName table, Column before, Column after) {
        InitialValues.Constants constants =
                values.constants(table, after.name()).orElse(null);
        if (constants == null || before.type().equals(after.type())) {
            return null;
        }
        List<String> old = spelling(from, table, before, constants);
        List<String> wanted = spelling(to, table, after, constants);
        if (old == null || wanted == null || old.equals(wanted)) {
            return null;
        }
        String value = dialect.identifier(before.name());
        String compared = before.type() instanceof SqlType.Named ? dialect.cast(value, Types.text()) : value;
        Map<String, String> cases = new LinkedHashMap<>();
        for (int i = 0; i < old.size(); i++) {
            cases.putIfAbsent(old.get(i), wanted.get(i));
        }
        String using = cases.entrySet().stream()
                .map(each -> " WHEN " + each.getKey() + " THEN " + each.getValue())
                .collect(Collectors.joining("", "CASE " + compared, " END"));
        return new Conversion(
                compared + " IN (" + String.join(", ", cases.keySet()) + ")",
                after.type() instanceof SqlType.Named ? dialect.cast(using, after.type()) : using,
                new TreeSet<>(cases.values()));
    }

    /** How a column of a schema stores each constant; {@code null} if that is not known. */
    private @Nullable List<String> spelling(
            Schema schema, QualifiedName table, Column column, InitialValues.Constants constants) {
        List<String> names = constants.names().stream().map(dialect::literal).toList();
        if (column.type() instanceof SqlType.Named named) {
            EnumType type = schema.enums().get(named.name());
            return type != null && type.values().stream().anyMatch(constants.names()::contains) ? names : null;
        }
        boolean isText = dialect.isText(column.type());
        if (!isText && !dialect.isNumber(column.type())) {
            return null;
        }
        List<String> ordinals =
                IntStream.range(0, names.size()).mapToObj(Integer::toString).toList();
        List<List<String>> candidates = new ArrayList<>();
        for (List<String> each : List.of(constants.stored(), isText ? names : ordinals)) {
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
