package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A SQL text of which the server shall say how it understands it.
 *
 * @param kind where in a table the text stands
 * @param table the name of its table, without the schema
 * @param columns the columns the text may mention, each with its type as SQL
 * @param type the type of the column whose default or value the text gives, as SQL; empty for others
 * @param text the text
 */
record Question(Kind kind, String table, SortedMap<String, String> columns, String type, String text) {

    private static final String NOT_NULL = " IS NOT NULL";

    Question {
        columns = new TreeMap<>(columns);
    }

    /** Where a text stands. */
    enum Kind {
        /** A condition: a check, the WHERE of an index. */
        CONDITION,
        /** A value of any type: an expression of an index. */
        VALUE,
        DEFAULT,
        GENERATED,
        EXCLUSION
    }

    Question text(String changed) {
        return new Question(kind, table, columns, type, changed);
    }

    /**
     * Puts the text where the server must understand it.
     *
     * @param name of the constraint or column that is made for it
     * @return what follows ALTER TABLE and its name
     */
    String action(String name) {
        // The text ends in a new line because it may end in a comment.
        return switch (kind) {
            case CONDITION -> "ADD CONSTRAINT " + name + " CHECK (" + text + "\n)";
            case VALUE -> "ADD CONSTRAINT " + name + " CHECK ((" + text + "\n)" + NOT_NULL + ")";
            case DEFAULT ->
                "ADD COLUMN " + name + " " + type + ", ALTER COLUMN " + name + " SET DEFAULT " + text + "\n";
            case GENERATED -> "ADD COLUMN " + name + " " + type + " GENERATED ALWAYS AS (" + text + "\n) STORED";
            case EXCLUSION -> "ADD CONSTRAINT " + name + " EXCLUDE " + text + "\n";
        };
    }

    /** The text again, out of what the server printed of it. */
    String answer(String printed) {
        String trimmed = SqlText.trimmed(printed);
        return switch (kind) {
            case CONDITION, DEFAULT, GENERATED -> trimmed;
            case VALUE ->
                trimmed.endsWith(NOT_NULL)
                        ? SqlText.trimmed(trimmed.substring(0, trimmed.length() - NOT_NULL.length()))
                        : trimmed;
            case EXCLUSION -> trimmed.replaceFirst("^EXCLUDE ", "");
        };
    }

    /**
     * The text as an expression of its column's type, if it is a default that is a constant: only then asking for its
     * value has no effect and gives the same each time.
     */
    Optional<String> value() {
        if (kind != Kind.DEFAULT || !Expressions.isConstant(text)) {
            return Optional.empty();
        }
        // An explicit cast to these would cut what an INSERT refuses.
        String whole = type.startsWith("varchar(")
                ? "varchar"
                : type.startsWith("char(") ? "bpchar" : type.startsWith("bit(") ? "varbit" : type;
        return Optional.of("CAST((" + text + "\n) AS " + whole + ")");
    }
}
