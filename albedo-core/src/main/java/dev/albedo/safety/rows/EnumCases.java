package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.safety.loss.ValueCheck;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Types;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
public final class EnumCases {

    private final Schema from;
    private final Schema to;
    private final InitialValues values;
    private final Dialect dialect;

    public EnumCases(Schema from, Schema to, InitialValues values, Dialect dialect) {
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
    public record Conversion(String known, String using, Set<String> stored, boolean ordinals) {}

    /** How each constant is stored before and after. */
    private record Spellings(InitialValues.Constants constants, List<String> old, List<String> wanted) {

        /** Constants that are only on one side have no other spelling. */
        static Spellings of(InitialValues.Constants constants, List<String> old, List<String> wanted) {
            int[] both = IntStream.range(0, old.size())
                    .filter(i -> !old.get(i).isEmpty() && !wanted.get(i).isEmpty())
                    .toArray();
            return new Spellings(
                    constants,
                    Arrays.stream(both).mapToObj(old::get).toList(),
                    Arrays.stream(both).mapToObj(wanted::get).toList());
        }

        /** Whether the column that is not the model's has ordinals, of constants that may have been others. */
        boolean areOrdinals() {
            List<String> ordinals = ordinals(constants);
            return constants.before() == null
                    && !constants.stored().equals(ordinals)
                    && (old.equals(ordinals) || wanted.equals(ordinals));
        }

        /** New spellings by old ones. */
        Map<String, String> cases() {
            Map<String, String> cases = new LinkedHashMap<>();
            for (int i = 0; i < old.size(); i++) {
                cases.putIfAbsent(old.get(i), wanted.get(i));
            }
            return cases;
        }
    }

    /** How values get from one column to the other; {@code null} if the enum does not tell. */
    @Nullable
    public Conversion conversion(QualifiedName table, Column before, Column after) {
        Spellings spellings = spellings(table, before, after);
        if (spellings == null || isUnknown(spellings)) {
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
        String using = cases(compared, cases);
        return new Conversion(
                compared + " IN (" + String.join(", ", cases.keySet()) + ")",
                after.type() instanceof SqlType.Named ? dialect.cast(using, after.type()) : using,
                new TreeSet<>(cases.values()),
                spellings.areOrdinals());
    }

    /**
     * Whether constants are stored in another way and only a person can tell which values become which: ordinals, if the
     * constants are others than before.
     */
    public boolean isUnknown(QualifiedName table, Column before, Column after) {
        Spellings spellings = spellings(table, before, after);
        return spellings != null && isUnknown(spellings);
    }

    private boolean isUnknown(Spellings spellings) {
        return spellings.constants().areExchanged() || (spellings.areOrdinals() && haveChanged(spellings.constants()));
    }

    /** The change of rows that keeps the meaning of their values where numbers stand for other constants than before. */
    public record Move(String update, String expectation) {}

    /** How the rows of a column keep their meaning; {@code null} if they do, or only a person can tell. */
    @Nullable
    public Move move(QualifiedName table, Column before, Column after) {
        Spellings spellings = before.type().equals(after.type()) ? spellings(table, before, after) : null;
        if (spellings == null || isUnknown(spellings)) {
            return null;
        }
        String column = dialect.identifier(after.name());
        String update = "UPDATE " + dialect.name(table) + " SET " + column + " = ";
        if (after.type() instanceof SqlType.Array) {
            Conversion conversion = Objects.requireNonNull(conversion(table, before, after));
            return new Move(update + conversion.using() + " WHERE " + column + " IS NOT NULL", conversion.known());
        }
        Map<String, String> moved = spellings.cases();
        moved.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        Set<String> gone = new TreeSet<>(
                Objects.requireNonNull(spellings.constants().before()).values());
        spellings.old().forEach(gone::remove);
        return new Move(
                moved.isEmpty()
                        ? ""
                        : update + cases(column, moved) + " WHERE " + column + " IN ("
                                + String.join(", ", moved.keySet()) + ")",
                gone.isEmpty() ? "" : column + " NOT IN (" + String.join(", ", gone) + ")");
    }

    /** The condition that no row has a value of which only a person can tell what it means afterwards. */
    public String isUnaffected(QualifiedName table, Column column) {
        InitialValues.Constants constants =
                values.constants(table, column.name()).orElseThrow();
        Set<String> same = constants.byName().entrySet().stream()
                .filter(each -> each.getValue()
                        .equals(Objects.requireNonNull(constants.before()).get(each.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
        String name = dialect.identifier(column.name());
        return same.isEmpty()
                ? name + " IS NULL"
                : column.type() instanceof SqlType.Array
                        ? dialect.hasElementsAmong(name, same)
                        : name + " IN (" + String.join(", ", same) + ")";
    }

    private static String cases(String compared, Map<String, String> cases) {
        return cases.entrySet().stream()
                .map(each -> " WHEN " + each.getKey() + " THEN " + each.getValue())
                .collect(Collectors.joining("", "CASE " + compared, " END"));
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
        if (constants == null || !areAlike) {
            return null;
        }
        if (constants.before() != null && constants.areNumbers() && isNumber(before) && isNumber(after)) {
            Spellings moved = Spellings.of(constants, before(constants), constants.stored());
            return moved.old().equals(moved.wanted()) && !haveGone(constants) && !constants.areExchanged()
                    ? null
                    : moved;
        }
        if (before.type().equals(after.type())) {
            return null;
        }
        List<String> old = spelling(from, table, before, constants);
        List<String> wanted = spelling(to, table, after, constants);
        return old == null || wanted == null || old.equals(wanted) ? null : Spellings.of(constants, old, wanted);
    }

    private boolean isNumber(Column column) {
        return dialect.isNumber(element(column.type()));
    }

    private static boolean haveGone(InitialValues.Constants constants) {
        return constants.before() != null
                && !constants.names().containsAll(constants.before().keySet());
    }

    /** The number that stood for each constant; empty for one that was not there. */
    private static List<String> before(InitialValues.Constants constants) {
        Map<String, String> before = Objects.requireNonNull(constants.before());
        return constants.names().stream()
                .map(name -> before.getOrDefault(name, ""))
                .toList();
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
        List<String> numbers = constants.before() == null ? ordinals(constants) : before(constants);
        for (List<String> each : List.of(constants.stored(), isText ? names : numbers)) {
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
