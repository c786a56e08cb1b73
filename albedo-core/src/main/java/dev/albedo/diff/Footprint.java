package dev.albedo.diff;

import dev.albedo.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation touches.
 *
 * @param table the table it is about, if any
 * @param sql the SQL texts it carries
 * @param converts the created types that a column had and has no more, or has now
 * @param settles what others wait for that is true once it is done
 * @param needs what must be true before it, if anything in the list makes it true
 */
record Footprint(
        @Nullable QualifiedName table,
        List<String> sql,
        Set<QualifiedName> converts,
        Set<Condition> settles,
        Set<Condition> needs) {

    static Footprint of(@Nullable QualifiedName table, List<String> sql) {
        return new Footprint(table, sql, Set.of(), new HashSet<>(), new HashSet<>());
    }

    Footprint settling(Kind kind, QualifiedName name) {
        return settling(kind, name, "");
    }

    Footprint settling(Kind kind, QualifiedName name, String detail) {
        settles.add(new Condition(kind, name, detail));
        return this;
    }

    Footprint needing(Kind kind, QualifiedName name) {
        return needing(kind, name, "");
    }

    Footprint needing(Kind kind, QualifiedName name, String detail) {
        needs.add(new Condition(kind, name, detail));
        return this;
    }

    /** What a {@link Condition} says of its name. */
    enum Kind {
        /** No table, index or sequence has this name any more. */
        RELATION_NAME_IS_FREE,
        /** No type or table has this name any more. */
        TYPE_NAME_IS_FREE,
        COLUMN_NAME_IS_FREE,
        /** No computed column is computed from this column any more that shall not be. */
        COLUMN_IS_UNUSED,
        COLUMN_IS_READY,
        TABLE_IS_READY,
        /** The table's own check of this name is there; that of a parent is merged with it, but not the other way round. */
        CHECK_IS_READY,
        /** The table has no check of this name any more, so that its children may lose theirs. */
        CHECK_IS_GONE,
        /** The column is not NOT NULL any more, so that it may be nullable in the children. */
        NULL_IS_ALLOWED,
        /** No table inherits from it any more, and none that goes references it. */
        TABLE_IS_UNUSED,
        /** The keys and unique indexes that foreign keys to this table may need are there. */
        KEYS_ARE_READY,
        TYPE_IS_READY,
        /** No column has this type any more that shall not have it. */
        TYPE_IS_UNUSED,
        SEQUENCE_IS_READY
    }

    /**
     * Something that becomes true on the way.
     *
     * @param kind what
     * @param name of which table, index, sequence or type
     * @param detail of which column of it, or empty
     */
    record Condition(Kind kind, QualifiedName name, String detail) {}
}
