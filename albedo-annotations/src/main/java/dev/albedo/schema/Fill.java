package dev.albedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * A value of one column for existing rows that have none, where several columns of a table are filled in one pass.
 *
 * @param type the type of the column: the value is converted to it, never the values of other rows
 * @param value a SQL expression, which may read other columns of the row
 * @param where a SQL condition: the rows that get the value; {@code null} for all that have none
 */
public record Fill(
        String column, SqlType type, String value, @Nullable String where) {

    public Fill {
        if (value.strip().equalsIgnoreCase("DEFAULT")) {
            throw new IllegalArgumentException(
                    "DEFAULT is not an expression; write the default of " + column + " itself");
        }
    }

    /** Returns the same value for the rows that fulfil a SQL condition. */
    public Fill where(@Nullable String condition) {
        return new Fill(column, type, value, condition);
    }
}
