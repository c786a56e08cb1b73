package dev.albedo.schema;

import dev.albedo.data.Batches;
import dev.albedo.data.Row;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says the words of a schema; migrations import these statically. */
public final class SchemaDsl {

    private SchemaDsl() {}

    /** A table of these parts; {@code name} may be {@code schema.name}, see {@link QualifiedName#parse}. */
    public static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.parse(name), elements);
    }

    /** A NOT NULL column without default. */
    public static Column column(String name, SqlType type) {
        return new Column(name, type, true, null, null, null, null, null);
    }

    /** The database numbers rows that come without a value. */
    public static Identity byDefault() {
        return new Identity(Identity.Kind.BY_DEFAULT, SequenceOptions.DEFAULT);
    }

    /** The database numbers all rows. */
    public static Identity always() {
        return new Identity(Identity.Kind.ALWAYS, SequenceOptions.DEFAULT);
    }

    /** The numbers that a sequence gives. */
    public static Numbers numbers(String sequence) {
        return new Numbers(QualifiedName.parse(sequence), null);
    }

    /** The numbers in a column of a table. */
    public static Numbers numbers(String table, String column) {
        return new Numbers(QualifiedName.parse(table), column);
    }

    /** Counts 1, 2, 3, ... until told otherwise. */
    public static SequenceOptions counting() {
        return SequenceOptions.DEFAULT;
    }

    public static Constraint.PrimaryKey primaryKey(@Nullable String name, String... columns) {
        return new Constraint.PrimaryKey(name, List.of(columns), Deferrability.NOT_DEFERRABLE);
    }

    public static Constraint.Unique unique(@Nullable String name, String... columns) {
        return new Constraint.Unique(name, List.of(columns), false, Deferrability.NOT_DEFERRABLE);
    }

    /** The columns of a foreign key; {@link ForeignKeyColumns#references} completes it. */
    public static ForeignKeyColumns foreignKey(@Nullable String name, String... columns) {
        return new ForeignKeyColumns(name, List.of(columns));
    }

    /**
     * A foreign key that does not say yet what it references.
     *
     * @param name of the foreign key
     * @param columns of this table
     */
    public record ForeignKeyColumns(@Nullable String name, List<String> columns) {

        /** The foreign key to these columns of this table, with NO ACTION on delete and update. */
        public Constraint.ForeignKey references(String table, String... targetColumns) {
            return new Constraint.ForeignKey(
                    name,
                    columns,
                    QualifiedName.parse(table),
                    List.of(targetColumns),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION,
                    false,
                    Deferrability.NOT_DEFERRABLE);
        }
    }

    /** A check of a SQL condition. */
    public static Constraint.Check check(@Nullable String name, String expression) {
        return new Constraint.Check(name, expression);
    }

    /** An exclusion constraint; {@code definition} is what follows the word EXCLUDE. */
    public static Constraint.Exclusion exclusion(@Nullable String name, String definition) {
        return new Constraint.Exclusion(name, definition);
    }

    /** A btree index on columns in ascending order. */
    public static Index index(@Nullable String name, String... columns) {
        return index(name, Arrays.stream(columns).map(SchemaDsl::asc).toArray(Index.Part[]::new));
    }

    /** A btree index on columns and expressions. */
    public static Index index(@Nullable String name, Index.Part... parts) {
        return new Index(name, List.of(parts), false, Index.BTREE, List.of(), null, false);
    }

    public static Index.Part asc(String column) {
        return new Index.Part(column, false, false, Index.Nulls.DEFAULT, null, null);
    }

    public static Index.Part desc(String column) {
        return asc(column).desc();
    }

    /** An expression of an index, as SQL. */
    public static Index.Part expression(String sql) {
        return new Index.Part(sql, true, false, Index.Nulls.DEFAULT, null, null);
    }

    /** A bigint sequence that counts 1, 2, 3, ... */
    public static Sequence sequence(String name) {
        return new Sequence(QualifiedName.parse(name), Types.bigint(), SequenceOptions.DEFAULT, null, null);
    }

    /** An enum type with these values in this order. */
    public static EnumType enumType(String name, String... values) {
        return new EnumType(QualifiedName.parse(name), List.of(values), null);
    }

    /** A composite type with these attributes in this order; each of them may be NULL. */
    public static CompositeType compositeType(String name, Column... attributes) {
        return new CompositeType(QualifiedName.parse(name), List.of(attributes), null);
    }

    /** The value of a column for existing rows that have none; see {@link dev.albedo.Operations#backfill(String, Fill...)}. */
    public static Fill fill(String column, SqlType type, String value) {
        return new Fill(column, type, value, null);
    }

    /** So many rows at a time; {@link Batches.Size#by} says in which order. */
    public static Batches.Size batches(int rows) {
        return new Batches.Size(rows);
    }

    /**
     * Values in the order of their columns.
     *
     * @throws IllegalArgumentException if a database cannot be given one of them
     */
    public static Row row(@Nullable Object... values) {
        return new Row(Arrays.asList(values));
    }
}
