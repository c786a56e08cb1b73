package dev.albedo.dialect.postgresql.reader;

import dev.albedo.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CatalogQueries} answers, row by row, still with the database's own numbers.
 *
 * @param tables with their columns elsewhere
 * @param types the types that somebody created
 * @param columns of all tables
 * @param parents of tables that inherit
 * @param constraints of all tables
 * @param indexes of all tables
 * @param operatorClasses that have to be named
 * @param collations that an index uses
 * @param sequences with those behind identity columns
 */
record CatalogRows(
        List<Relation> tables,
        List<Type> types,
        List<Column> columns,
        List<Parent> parents,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Named> operatorClasses,
        List<Named> collations,
        List<Sequence> sequences) {

    /**
     * A table.
     *
     * @param comment what COMMENT ON TABLE says
     * @param partitionBy what PARTITION BY says
     */
    record Relation(
            long id,
            long namespace,
            String name,
            @Nullable String comment,
            @Nullable String partitionBy) {}

    /**
     * A type; {@code labels} is {@code null} unless it is an enum, {@code visible} says whether its schema is read, {@code
     * relation} is 0 unless it is a composite type.
     */
    record Type(
            long id,
            long namespace,
            String schema,
            String name,
            boolean visible,
            @Nullable List<String> labels,
            long relation,
            @Nullable String comment) {}

    record Column(
            long relation,
            int number,
            String name,
            boolean notNull,
            String type,
            long element,
            boolean array,
            String identity,
            String generated,
            @Nullable String expression,
            long collation,
            @Nullable QualifiedName ownCollation,
            @Nullable String comment) {}

    /** A table that another one inherits from. */
    record Parent(long relation, String schema, String name) {}

    /** A constraint; {@code targetColumns} is empty if the target is among the tables whose columns are here. */
    record Constraint(
            long relation,
            String name,
            char kind,
            boolean deferrable,
            boolean deferred,
            List<Integer> columns,
            char match,
            char onDelete,
            char onUpdate,
            @Nullable String targetSchema,
            @Nullable String target,
            long targetId,
            List<Integer> targetNumbers,
            List<String> targetColumns,
            @Nullable String text,
            boolean nullsNotDistinct) {}

    /** An index; the lists have one entry a part, and {@code columns} more for the columns that are only included. */
    record Index(
            long relation,
            String name,
            String method,
            boolean unique,
            int keys,
            List<Integer> columns,
            List<Integer> options,
            List<Long> classes,
            List<Long> collations,
            List<@Nullable String> expressions,
            @Nullable String definition,
            @Nullable String predicate,
            boolean nullsNotDistinct) {}

    /** Something with a number and a name that is qualified where it has to be. */
    record Named(long id, QualifiedName name) {}

    /** A sequence; {@code relation} and {@code column} are 0 unless a column owns it. */
    record Sequence(
            long namespace,
            String name,
            String type,
            long start,
            long increment,
            long min,
            long max,
            long cache,
            boolean cycle,
            boolean identity,
            long relation,
            int column,
            @Nullable String comment) {}

    static CatalogRows read(Connection connection, CatalogQueries queries) throws SQLException {
        return new CatalogRows(
                list(connection, queries.tables(), CatalogRows::relation),
                list(connection, queries.types(), CatalogRows::type),
                list(connection, queries.columns(), CatalogRows::column),
                list(connection, queries.parents(), CatalogRows::parent),
                list(connection, queries.constraints(), CatalogRows::constraint),
                list(connection, queries.indexes(), CatalogRows::index),
                list(connection, queries.operatorClasses(), CatalogRows::named),
                list(connection, queries.indexCollations(), CatalogRows::named),
                list(connection, queries.sequences(), CatalogRows::sequence));
    }

    /** These rows with those of before for every relation whose parts were not asked for now. */
    CatalogRows with(CatalogRows before, Set<Long> asked) {
        return new CatalogRows(
                tables,
                types,
                merged(before.columns, columns, Column::relation, asked),
                merged(before.parents, parents, Parent::relation, asked),
                merged(before.constraints, constraints, Constraint::relation, asked),
                merged(before.indexes, indexes, Index::relation, asked),
                operatorClasses,
                Stream.concat(before.collations.stream(), collations.stream())
                        .distinct()
                        .toList(),
                sequences);
    }

    private static <T> List<T> merged(List<T> before, List<T> now, ToLongFunction<T> relation, Set<Long> asked) {
        return Stream.concat(before.stream().filter(row -> !asked.contains(relation.applyAsLong(row))), now.stream())
                .toList();
    }

    /** The relations that a session's transaction may have changed. */
    static Set<Long> changed(Connection connection, CatalogQueries queries) throws SQLException {
        return Set.copyOf(list(connection, queries.changed(), row -> row.getLong(1)));
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    private static Relation relation(ResultSet row) throws SQLException {
        return new Relation(
                row.getLong("id"),
                row.getLong("namespace"),
                row.getString("relname"),
                row.getString("description"),
                row.getString("partition_by"));
    }

    private static Type type(ResultSet row) throws SQLException {
        return new Type(
                row.getLong("id"),
                row.getLong("namespace"),
                row.getString("nspname"),
                row.getString("typname"),
                row.getBoolean("visible"),
                row.getBoolean("is_enum") ? strings(row, "labels") : null,
                row.getLong("relation"),
                row.getString("description"));
    }

    private static Column column(ResultSet row) throws SQLException {
        String collation = row.getString("collname");
        return new Column(
                row.getLong("relation"),
                row.getInt("attnum"),
                row.getString("attname"),
                row.getBoolean("attnotnull"),
                row.getString("type"),
                row.getLong("element"),
                row.getBoolean("is_array"),
                row.getString("attidentity"),
                row.getString("attgenerated"),
                row.getString("expression"),
                row.getLong("collation"),
                collation == null ? null : new QualifiedName(row.getString("collation_schema"), collation),
                row.getString("description"));
    }

    private static Parent parent(ResultSet row) throws SQLException {
        return new Parent(row.getLong("relation"), row.getString("nspname"), row.getString("relname"));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        return new Constraint(
                row.getLong("relation"),
                row.getString("conname"),
                letter(row, "contype"),
                row.getBoolean("condeferrable"),
                row.getBoolean("condeferred"),
                integers(row.getString("columns")),
                letter(row, "confmatchtype"),
                letter(row, "confdeltype"),
                letter(row, "confupdtype"),
                row.getString("target_schema"),
                row.getString("target"),
                row.getLong("target_id"),
                integers(row.getString("target_numbers")),
                strings(row, "target_columns"),
                row.getString("text"),
                row.getBoolean("nulls_not_distinct"));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(
                row.getLong("relation"),
                row.getString("relname"),
                row.getString("amname"),
                row.getBoolean("indisunique"),
                row.getInt("indnkeyatts"),
                integers(row.getString("columns")),
                integers(row.getString("options")),
                longs(row.getString("classes")),
                longs(row.getString("collations")),
                strings(row, "expressions"),
                row.getString("definition"),
                row.getString("predicate"),
                row.getBoolean("nulls_not_distinct"));
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(row.getLong("id"), new QualifiedName(row.getString("schema"), row.getString("name")));
    }

    private static Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(
                row.getLong("namespace"),
                row.getString("relname"),
                row.getString("type"),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getLong("seqcache"),
                row.getBoolean("seqcycle"),
                "i".equals(row.getString("deptype")),
                row.getLong("relation"),
                row.getInt("attnum"),
                row.getString("description"));
    }

    /** PostgreSQL's {@code "char"}, which is a blank where there is none. */
    private static char letter(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static List<Integer> integers(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    private static List<Long> longs(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
