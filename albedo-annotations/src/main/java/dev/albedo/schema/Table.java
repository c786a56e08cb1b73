package dev.albedo.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything on it. Made by {@link SchemaDsl#table}.
 *
 * @param name the name
 * @param columns in the order of the database
 * @param constraints sorted by kind and name; at most one primary key
 * @param indexes sorted by name; without those that a constraint owns
 * @param comment what {@code COMMENT ON TABLE} says
 * @param partitionBy what {@code PARTITION BY} says, such as {@code RANGE (created_at)}, if rows are in partitions
 * @param inherits the tables it inherits from, as {@code INHERITS} of PostgreSQL means it
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        @Nullable String partitionBy,
        List<QualifiedName> inherits) {

    private static final Comparator<Constraint> CONSTRAINT_ORDER = Comparator.<Constraint, Integer>comparing(
                    constraint -> constraint.accept(Rank.INSTANCE))
            .thenComparing(Constraint::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(Constraint::toString);
    private static final Comparator<Index> INDEX_ORDER = Comparator.comparing(
                    Index::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(Index::toString);

    /** A table that is neither partitioned nor inherits. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            @Nullable String comment) {
        this(name, columns, constraints, indexes, comment, null, List.of());
    }

    public Table {
        inherits = List.copyOf(inherits);
        columns = List.copyOf(columns);
        constraints = constraints.stream().sorted(CONSTRAINT_ORDER).toList();
        indexes = indexes.stream().sorted(INDEX_ORDER).toList();
        refuseTwice("column", name, columns, Column::name);
        refuseTwice("constraint", name, constraints, Constraint::name);
        refuseTwice("index", name, indexes, Index::name);
        if (constraints.stream().filter(Constraint.PrimaryKey.class::isInstance).count() > 1) {
            throw new IllegalArgumentException("table " + name + " has two primary keys");
        }
    }

    /** A table of these parts, columns in this order. */
    public static Table of(QualifiedName name, TableElement... elements) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                columns.add(column);
            } else if (element instanceof Constraint constraint) {
                constraints.add(constraint);
            } else {
                indexes.add((Index) element);
            }
        }
        return new Table(name, columns, constraints, indexes, null);
    }

    /** All parts: columns, then constraints, then indexes. */
    public TableElement[] elements() {
        List<TableElement> all = new ArrayList<>(columns);
        all.addAll(constraints);
        all.addAll(indexes);
        return all.toArray(TableElement[]::new);
    }

    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public Optional<Constraint> constraint(String constraintName) {
        return constraints.stream().filter(c -> constraintName.equals(c.name())).findFirst();
    }

    public Optional<Index> index(String indexName) {
        return indexes.stream().filter(i -> indexName.equals(i.name())).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints(Constraint.PrimaryKey.class).stream().findFirst();
    }

    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints(Constraint.ForeignKey.class);
    }

    /** The constraints of one kind. */
    public <C extends Constraint> List<C> constraints(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public Table named(QualifiedName changed) {
        return new Table(changed, columns, constraints, indexes, comment, partitionBy, inherits);
    }

    public Table columns(List<Column> changed) {
        return new Table(name, changed, constraints, indexes, comment, partitionBy, inherits);
    }

    public Table constraints(List<? extends Constraint> changed) {
        return new Table(name, columns, List.copyOf(changed), indexes, comment, partitionBy, inherits);
    }

    public Table indexes(List<Index> changed) {
        return new Table(name, columns, constraints, changed, comment, partitionBy, inherits);
    }

    public Table comment(@Nullable String changed) {
        return new Table(name, columns, constraints, indexes, changed, partitionBy, inherits);
    }

    /**
     * The same table in partitions, which are tables of their own.
     *
     * @param changed the strategy and the key, such as {@code RANGE (created_at)}; {@code null} for none
     */
    public Table partitionBy(@Nullable String changed) {
        return new Table(name, columns, constraints, indexes, comment, changed, inherits);
    }

    /** The same table as a child of others, in PostgreSQL's sense; it has their columns among its own. */
    public Table inherits(String... parents) {
        return inherits(Arrays.stream(parents).map(QualifiedName::parse).toList());
    }

    /** The same table as a child of others. */
    public Table inherits(List<QualifiedName> parents) {
        return new Table(name, columns, constraints, indexes, comment, partitionBy, parents);
    }

    /** The same table with one more part; a column goes to the end, as in the database. */
    public Table with(TableElement element) {
        List<TableElement> all = new ArrayList<>(Arrays.asList(elements()));
        all.add(element);
        return of(name, all.toArray(TableElement[]::new))
                .comment(comment)
                .partitionBy(partitionBy)
                .inherits(inherits);
    }

    private static <T> void refuseTwice(
            String what, QualifiedName table, List<T> elements, Function<T, @Nullable String> nameOf) {
        Set<String> seen = new HashSet<>();
        for (T element : elements) {
            String elementName = nameOf.apply(element);
            if (elementName != null && !seen.add(elementName)) {
                throw new IllegalArgumentException(
                        "table " + table + " has two of the name " + elementName + " (" + what + ")");
            }
        }
    }

    private enum Rank implements Constraint.Visitor<Integer> {
        INSTANCE;

        @Override
        public Integer primaryKey(Constraint.PrimaryKey constraint) {
            return 0;
        }

        @Override
        public Integer unique(Constraint.Unique constraint) {
            return 1;
        }

        @Override
        public Integer check(Constraint.Check constraint) {
            return 2;
        }

        @Override
        public Integer exclusion(Constraint.Exclusion constraint) {
            return 3;
        }

        @Override
        public Integer foreignKey(Constraint.ForeignKey constraint) {
            return 4;
        }
    }
}
