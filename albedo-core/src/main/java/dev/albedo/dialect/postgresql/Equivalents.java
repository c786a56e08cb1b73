package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model in the forms that another schema uses, where two forms mean the same to the application.
 *
 * <p>A {@code serial} column, whose default is the next value of a sequence, and an identity column are the same to
 * Hibernate's {@code GenerationType.IDENTITY}: either way an insert leaves the column out and reads it back. Times with
 * six digits of a second are times, which have six (manual section 8.5). How a table is partitioned and what it inherits
 * from is nothing that Hibernate knows; see {@link PartitionKeys} and {@link InheritedParts} for what follows.
 */
final class Equivalents {

    /** What may be around the name of a sequence whose next value is taken. */
    private static final Set<String> AROUND_NAME = Set.of("(", ")", "::", "text", "character", "varying", "regclass");

    private static final Set<String> WITH_SECONDS = Set.of("timestamp", "timestamptz", "time", "timetz");

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private final Schema existing;
    private final boolean convertSerial;
    private final TreeMap<QualifiedName, Sequence> sequences;

    private Equivalents(Schema existing, Schema model, boolean convertSerial) {
        this.existing = existing;
        this.convertSerial = convertSerial;
        this.sequences = new TreeMap<>(model.sequences());
    }

    static Schema adopted(Schema model, Schema existing, boolean convertSerial) {
        Equivalents equivalents = new Equivalents(existing, model, convertSerial);
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(model.tables());
        tables.replaceAll((name, table) ->
                existing.table(name).map(same -> equivalents.table(table, same)).orElse(table));
        return InheritedParts.adopted(model.tables(tables), existing).sequences(equivalents.sequences);
    }

    /** The sequence of which a default is the next value, if that is all it is. */
    static Optional<QualifiedName> sequence(@Nullable String defaultSql) {
        List<Token> tokens = SqlText.tokens(defaultSql == null ? "" : defaultSql);
        List<Token> others = tokens.stream()
                .skip(1)
                .filter(token -> !AROUND_NAME.contains(token.text()))
                .toList();
        boolean isNextValue = others.size() == 1
                && tokens.get(0).is("nextval")
                && SqlText.closing(tokens, 1) == tokens.size() - 1
                && others.get(0).kind() == Token.Kind.STRING;
        List<String> name = isNextValue ? SqlText.parts(others.get(0).string()) : List.of();
        return name.isEmpty() || name.size() > 2
                ? Optional.empty()
                : Optional.of(new QualifiedName(name.size() == 1 ? null : name.get(0), name.get(name.size() - 1)));
    }

    private Table table(Table table, Table same) {
        List<Constraint> keys = PartitionKeys.adopted(table, same);
        Set<String> required = keys.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .flatMap(key -> key.columns().stream())
                .collect(Collectors.toSet());
        return table.columns(table.columns().stream()
                        .map(column -> same.column(column.name())
                                .map(found -> column(table.name(), column, found))
                                .orElse(column))
                        .map(column -> required.contains(column.name()) ? column.notNull(true) : column)
                        .toList())
                .constraints(keys)
                .partitionBy(same.partitionBy() == null ? table.partitionBy() : same.partitionBy())
                .inherits(same.inherits());
    }

    private Column column(QualifiedName table, Column column, Column found) {
        Column adopted = isSame(column.type(), found.type()) ? column.type(found.type()) : column;
        Optional<QualifiedName> drawn = sequence(found.defaultSql());
        if (column.identity() != null && drawn.isPresent() && !convertSerial) {
            existing.sequence(drawn.get())
                    .ifPresent(sequence -> sequences.putIfAbsent(sequence.name(), widened(sequence, found, column)));
            return adopted.identity(null).defaultTo(found.defaultSql());
        }
        Optional<QualifiedName> own = sequence(column.defaultSql()).filter(name -> isOwned(name, table, column));
        if (found.identity() != null && own.isPresent()) {
            sequences.remove(own.get());
            return adopted.defaultTo(null).identity(found.identity());
        }
        return adopted;
    }

    private boolean isOwned(QualifiedName sequence, QualifiedName table, Column column) {
        Sequence known = sequences.get(sequence);
        return known != null && new Sequence.Owner(table, column.name()).equals(known.ownedBy());
    }

    /** The sequence of a column that gets a wider type; the server widens that of an identity column itself. */
    private static Sequence widened(Sequence sequence, Column from, Column to) {
        boolean widens = sequence.type().equals(from.type())
                && INTEGERS.contains(from.type().toString())
                && INTEGERS.indexOf(from.type().toString())
                        < INTEGERS.indexOf(to.type().toString());
        return widens ? sequence.type(to.type()) : sequence;
    }

    private static boolean isSame(SqlType one, SqlType other) {
        return !one.equals(other) && withoutUsualDigits(one).equals(withoutUsualDigits(other));
    }

    private static SqlType withoutUsualDigits(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(withoutUsualDigits(array.element()));
        }
        return type instanceof SqlType.Simple simple
                        && (WITH_SECONDS.contains(simple.name())
                                || simple.name().equals("interval")
                                || simple.name().endsWith(" second"))
                        && simple.arguments().equals(List.of("6"))
                ? new SqlType.Simple(simple.name(), List.of())
                : type;
    }
}
