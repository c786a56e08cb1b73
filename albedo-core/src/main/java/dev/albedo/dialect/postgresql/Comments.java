package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Comments (PostgreSQL manual, COMMENT). */
final class Comments {

    private Comments() {}

    static Statement table(QualifiedName table, @Nullable String comment) {
        return Statement.of("COMMENT ON TABLE " + Names.name(table) + " IS " + literal(comment));
    }

    static Statement column(QualifiedName table, String column, @Nullable String comment) {
        return Statement.of(
                "COMMENT ON COLUMN " + Names.name(table) + "." + Names.identifier(column) + " IS " + literal(comment));
    }

    static Statement type(QualifiedName type, @Nullable String comment) {
        return Statement.of("COMMENT ON TYPE " + Names.name(type) + " IS " + literal(comment));
    }

    static String literal(@Nullable String comment) {
        return comment == null ? "NULL" : Names.literal(comment);
    }
}
