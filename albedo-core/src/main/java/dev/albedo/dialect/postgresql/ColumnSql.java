package dev.albedo.dialect.postgresql;

import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import java.util.List;

/** A column as CREATE TABLE and ALTER TABLE ADD COLUMN take it. */
final class ColumnSql {

    private final ServerVersion version;

    ColumnSql(ServerVersion version) {
        this.version = version;
    }

    String of(Column column) {
        return Names.identifier(column.name()) + " " + type(column)
                + (column.defaultSql() == null ? "" : " DEFAULT " + Expressions.behindDefault(column.defaultSql()))
                + (column.generated() == null ? "" : " " + generated(column.name(), column.generated()))
                + (column.identity() == null ? "" : " " + identity(column.identity()))
                + (column.notNull() ? " NOT NULL" : "");
    }

    /** The type with the collation. */
    static String type(Column column) {
        return Names.type(column.type())
                + (column.collation() == null ? "" : " COLLATE " + Names.name(column.collation()));
    }

    private String generated(String name, Generated generated) {
        if (!generated.stored()) {
            version.require(ServerVersion.VIRTUAL_COLUMNS, "column " + name);
        }
        return "GENERATED ALWAYS AS (" + generated.expression() + ") " + (generated.stored() ? "STORED" : "VIRTUAL");
    }

    static String identity(Identity identity) {
        List<String> options = SequenceSql.options(identity.options());
        return "GENERATED " + kind(identity.kind()) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    static String kind(Identity.Kind kind) {
        return switch (kind) {
            case ALWAYS -> "ALWAYS";
            case BY_DEFAULT -> "BY DEFAULT";
        };
    }
}
