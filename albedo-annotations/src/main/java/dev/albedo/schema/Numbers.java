package dev.albedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where numbers come from or are: a sequence, or the column of a table. Made by {@link SchemaDsl#numbers}.
 *
 * @param name the sequence, or the table
 * @param column the column, or {@code null} for a sequence
 */
public record Numbers(QualifiedName name, @Nullable String column) {

    /** In words: {@code sequence customer_seq}, {@code column customer.id}. */
    public String describe() {
        return column == null ? "sequence " + name : "column " + name + "." + column;
    }
}
