package dev.albedo.dialect;

import java.util.Set;

/**
 * What a database has under a name that a model takes for a table.
 *
 * @param columns the names of its columns
 */
public record Relation(Kind kind, Set<String> columns) {

    public Relation {
        columns = Set.copyOf(columns);
    }

    /** The kind of a relation that has rows. */
    public enum Kind {
        /** A table, partitioned or not. */
        TABLE("table"),
        /** A view. */
        VIEW("view"),
        /** A materialized view. */
        MATERIALIZED_VIEW("materialized view"),
        /** A table of another server. */
        FOREIGN_TABLE("foreign table");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
