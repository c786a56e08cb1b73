package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.BackfillColumns;
import dev.albedo.schema.Fill;
import dev.albedo.schema.SqlType;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statement that fills several columns of a table. A row that lacks one value keeps the others exactly: each new value is
 * cast to the type of its column, so that a {@code bigint} beside a {@code double precision} value is not converted to that
 * and back (PostgreSQL manual, section 10.5, UNION, CASE, and Related Constructs). The cast leaves out the length, so that a
 * value that is too long is refused as in any assignment and not cut off.
 */
final class FillSql {

    private static final Set<String> FIXED_LENGTH = Set.of("char", "character", "bpchar");

    private FillSql() {}

    static Statement of(BackfillColumns operation) {
        String values = operation.fills().stream().map(FillSql::assignment).collect(Collectors.joining(", "));
        String rows = operation.each().stream().map(DataSql::unfilled).collect(Collectors.joining(" OR "));
        return Statement.of("UPDATE " + Names.name(operation.table()) + " SET " + values + " WHERE " + rows);
    }

    private static String assignment(Fill fill) {
        String column = Names.identifier(fill.column());
        String value = "CAST(" + DataSql.value("(" + fill.value()) + ") AS " + withoutLength(fill.type()) + ")";
        return column + " = "
                + (fill.where() == null
                        ? "COALESCE(" + column + ", " + value + ")"
                        : "CASE WHEN " + column + " IS NULL AND (" + DataSql.value(fill.where()) + ") THEN " + value
                                + " ELSE " + column + " END");
    }

    /** Without its length {@code char} would be one character and {@code bit} one bit. */
    private static String withoutLength(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return withoutLength(array.element()) + "[]";
        }
        if (type instanceof SqlType.Named) {
            return Names.type(type);
        }
        String name = Casts.base(type);
        return FIXED_LENGTH.contains(name) ? "bpchar" : name.equals("bit") ? "varbit" : name;
    }
}
