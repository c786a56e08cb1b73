package dev.albedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column. Made by {@link SchemaDsl#column}, which gives one that is NOT NULL and has nothing else; the methods that take
 * an argument, and {@link #nullable()}, give a changed copy.
 *
 * @param name as the database stores it
 * @param type the type
 * @param notNull whether NULL is refused
 * @param defaultSql the default as a SQL expression, or {@code null} for none
 * @param identity set if the database numbers the rows in this column
 * @param generated set if the database computes this column from others
 * @param collation set if it is not the collation of the type; a name, quoted wherever it is written in SQL
 * @param comment what {@code COMMENT ON COLUMN} says
 */
public record Column(
        String name,
        SqlType type,
        boolean notNull,
        @Nullable String defaultSql,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable QualifiedName collation,
        @Nullable String comment)
        implements TableElement {

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column has no name");
        }
        int sources = (defaultSql == null ? 0 : 1) + (identity == null ? 0 : 1) + (generated == null ? 0 : 1);
        if (sources > 1) {
            throw new IllegalArgumentException(
                    "column " + name + " can have a default, be an identity or be generated, but only one of these");
        }
    }

    /** Accepts NULL. */
    public Column nullable() {
        return notNull(false);
    }

    public Column notNull(boolean changed) {
        return new Column(name, type, changed, defaultSql, identity, generated, collation, comment);
    }

    public Column named(String changed) {
        return new Column(changed, type, notNull, defaultSql, identity, generated, collation, comment);
    }

    public Column type(SqlType changed) {
        return new Column(name, changed, notNull, defaultSql, identity, generated, collation, comment);
    }

    /** Sets the default to a SQL expression: {@code defaultTo("0")}, {@code defaultTo("'new'")}, {@code defaultTo("now()")}. */
    public Column defaultTo(@Nullable String sql) {
        return new Column(name, type, notNull, sql, identity, generated, collation, comment);
    }

    /** Lets the database number the rows, see {@link SchemaDsl#byDefault()} and {@link SchemaDsl#always()}. */
    public Column identity(@Nullable Identity changed) {
        return new Column(name, type, notNull, defaultSql, changed, generated, collation, comment);
    }

    /** Lets the database compute the column and store it. */
    public Column generatedAs(String sql) {
        return generated(new Generated(sql, true));
    }

    /** Lets the database compute the column whenever it is read (PostgreSQL 18). */
    public Column virtuallyGeneratedAs(String sql) {
        return generated(new Generated(sql, false));
    }

    public Column generated(@Nullable Generated changed) {
        return new Column(name, type, notNull, defaultSql, identity, changed, collation, comment);
    }

    public Column collate(String changed) {
        return collation(QualifiedName.parse(changed));
    }

    public Column collation(@Nullable QualifiedName changed) {
        return new Column(name, type, notNull, defaultSql, identity, generated, changed, comment);
    }

    public Column comment(@Nullable String changed) {
        return new Column(name, type, notNull, defaultSql, identity, generated, collation, changed);
    }
}
