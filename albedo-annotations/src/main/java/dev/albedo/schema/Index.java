package dev.albedo.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns (PostgreSQL manual, CREATE INDEX). Made by {@link SchemaDsl#index}.
 *
 * @param name unique within the schema; {@code null} while nobody has chosen one
 * @param parts columns and expressions, in order
 * @param unique whether two rows with the same key are refused
 * @param method {@code btree}, {@code gin}, ...
 * @param include columns kept in the index that are not part of the key
 * @param where the condition of a partial index, as SQL
 * @param nullsNotDistinct whether a unique index takes two NULLs for the same value (PostgreSQL 15)
 */
public record Index(
        @Nullable String name,
        List<Part> parts,
        boolean unique,
        String method,
        List<String> include,
        @Nullable String where,
        boolean nullsNotDistinct)
        implements TableElement {

    /** The method of an index that names none. */
    public static final String BTREE = "btree";

    public Index {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("index " + name + " has no columns");
        }
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /**
     * A column or an expression of an index.
     *
     * @param text the column's name, or the expression as SQL
     * @param isExpression which of the two {@code text} is
     * @param descending whether large values come first
     * @param nulls where NULLs go
     * @param operatorClass set if it is not the default of type and method
     * @param collation set if it is not the column's
     */
    public record Part(
            String text,
            boolean isExpression,
            boolean descending,
            Nulls nulls,
            @Nullable String operatorClass,
            @Nullable QualifiedName collation) {

        public Part {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a part of an index is empty");
            }
        }

        public Part desc() {
            return new Part(text, isExpression, true, nulls, operatorClass, collation);
        }

        public Part nulls(Nulls changed) {
            return new Part(text, isExpression, descending, changed, operatorClass, collation);
        }

        public Part operatorClass(@Nullable String changed) {
            return new Part(text, isExpression, descending, nulls, changed, collation);
        }

        public Part collate(String changed) {
            return new Part(text, isExpression, descending, nulls, operatorClass, QualifiedName.parse(changed));
        }
    }

    /** Where NULLs go in the order of an index. */
    public enum Nulls {
        /** Last in ascending order, first in descending order. */
        DEFAULT,
        FIRST,
        LAST
    }

    public Index parts(List<Part> changed) {
        return new Index(name, changed, unique, method, include, where, nullsNotDistinct);
    }

    public Index named(@Nullable String changed) {
        return new Index(changed, parts, unique, method, include, where, nullsNotDistinct);
    }

    public Index unique(boolean changed) {
        return new Index(name, parts, changed, method, include, where, nullsNotDistinct);
    }

    public Index using(String changed) {
        return new Index(name, parts, unique, changed, include, where, nullsNotDistinct);
    }

    public Index including(String... columns) {
        return new Index(name, parts, unique, method, List.of(columns), where, nullsNotDistinct);
    }

    public Index where(@Nullable String sql) {
        return new Index(name, parts, unique, method, include, sql, nullsNotDistinct);
    }

    public Index nullsNotDistinct(boolean changed) {
        return new Index(name, parts, unique, method, include, where, changed);
    }

    /** What it is, in words, with all that tells it from another: {@code unique index (email, lower(name))}. Without the name. */
    public String describe() {
        return (unique ? "unique index (" : "index (")
                + parts.stream().map(Index::describe).collect(Collectors.joining(", ")) + ")"
                + (include.isEmpty() ? "" : " include (" + String.join(", ", include) + ")")
                + (method.equals(BTREE) ? "" : " using " + method)
                + (nullsNotDistinct ? " nulls not distinct" : "")
                + (where == null ? "" : " where " + where);
    }

    private static String describe(Part part) {
        return part.text()
                + (part.collation() == null ? "" : " collate " + part.collation())
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.descending() ? " desc" : "")
                + switch (part.nulls()) {
                    case DEFAULT -> "";
                    case FIRST -> part.descending() ? "" : " nulls first";
                    case LAST -> part.descending() ? " nulls last" : "";
                };
    }
}
