package dev.albedo.processor.hibernate.bridge;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads one table out, as Hibernate's {@code StandardTableExporter}, {@code StandardForeignKeyExporter},
 * {@code StandardIndexExporter} and {@code CreateTableUniqueDelegate} would write it.
 */
final class TableReader {

    private final Metadata metadata;
    private final Dialect dialect;
    private final StoredNames names;
    private final GeneratedNames nobodyChose;
    private final Report report;
    private final ColumnReader columns;
    private final CheckReader checks;
    private final List<Sequence> sequences = new ArrayList<>();

    TableReader(Metadata metadata, Dialect dialect, StoredNames names, GeneratedNames nobodyChose, Report report) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
        this.nobodyChose = nobodyChose;
        this.report = report;
        this.columns = new ColumnReader(metadata, dialect, report);
        this.checks = new CheckReader(dialect, report);
    }

    Table read(org.hibernate.mapping.Table table) {
        QualifiedName name = name(table);
        List<dev.albedo.schema.Column> readColumns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Column column : table.getColumns()) {
            ColumnReader.Read read = read(table, name, column);
            readColumns.add(read.column());
            constraints.addAll(read.constraints());
            if (read.sequence() != null) {
                sequences.add(read.sequence());
            }
        }
        String partitionBy = null;
        for (String method : List.of("getOptions", "getExtraDeclarations")) {
            String options = Newer.text(table, method);
            SqlReader tokens = new SqlReader(options == null ? "" : options);
            if (tokens.skip("partition by")) {
                partitionBy = tokens.rest();
            } else if (options != null) {
                report.notManaged(table, "an option of the table " + name, options);
            }
        }
        PrimaryKey key = table.getPrimaryKey();
        if (key != null && !key.getColumns().isEmpty()) {
            constraints.add(primaryKey(key));
        }
        addNew(uniques(table, name), constraints);
        constraints.addAll(checks.read(table));
        for (ForeignKey foreignKey : foreignKeys(table)) {
            Constraint read = foreignKey(foreignKey);
            if (read != null) {
                addNew(List.of(read), constraints);
            }
        }
        List<Index> indexes = new ArrayList<>(descendingUniques(table));
        table.getIndexes().values().forEach(index -> indexes.add(index(table, index)));
        return new Table(name, readColumns, constraints, indexes, ColumnReader.comment(table.getComment()))
                .partitionBy(partitionBy);
    }

    /** A column whose definition is wrong is told, and read as another, so that what else is wrong is told, too. */
    private ColumnReader.Read read(org.hibernate.mapping.Table table, QualifiedName name, Column column) {
        try {
            return columns.read(table, name, column);
        } catch (IllegalArgumentException e) {
            report.wrong(table, column, String.valueOf(e.getMessage()));
            return new ColumnReader.Read(SchemaDsl.column(stored(column), Types.text()), List.of(), null);
        }
    }

    /** PostgreSQL has it once, too, if nobody names it. */
    private static void addNew(Collection<? extends Constraint> more, List<Constraint> constraints) {
        for (Constraint constraint : more) {
            if (!constraints.contains(constraint)) {
                constraints.add(constraint);
            }
        }
    }

    /** The sequences behind the serial columns of the tables read so far. */
    List<Sequence> sequences() {
        return sequences;
    }

    private QualifiedName name(org.hibernate.mapping.Table table) {
        return names.qualified(
                table.getQualifiedTableName().getSchemaName(),
                table.getQualifiedTableName().getTableName());
    }

    private Constraint primaryKey(PrimaryKey key) {
        UniqueKey ordering = key.getOrderingUniqueKey();
        return new Constraint.PrimaryKey(
                ordering != null && ordering.isNameExplicit() ? StoredNames.stored(ordering.getName()) : null,
                stored(key.getColumns()),
                Deferrability.NOT_DEFERRABLE);
    }

    /**
     * Columns that are unique and unique keys are one thing here, and each once. Hibernate writes UNIQUE at such a column
     * and then no constraint, so that a name is lost (CreateTableUniqueDelegate); an application cannot rely on it.
     */
    private Collection<Constraint.Unique> uniques(org.hibernate.mapping.Table table, QualifiedName name) {
        Map<List<String>, Constraint.Unique> uniques = new LinkedHashMap<>();
        for (Column column : table.getColumns()) {
            if (column.isUnique() && !table.isPrimaryKey(column)) {
                Constraint.Unique unique = SchemaDsl.unique(null, stored(column));
                uniques.put(unique.columns(), unique);
            }
        }
        Set<List<String>> uniqueColumns = Set.copyOf(uniques.keySet());
        SqlOptions options = new SqlOptions(
                what -> report.notManaged(table, "an option of a unique constraint of the table " + name, what));
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (isDescending(key) || key.getColumns().isEmpty()) {
                continue;
            }
            Constraint.Unique unique = options.unique(
                    SchemaDsl.unique(
                            key.isNameExplicit() ? StoredNames.stored(key.getName()) : null,
                            stored(key.getColumns()).toArray(String[]::new)),
                    Newer.text(key, "getOptions"));
            Constraint.Unique same = uniques.get(unique.columns());
            if (uniqueColumns.contains(unique.columns())) {
                if (unique.name() == null) {
                    continue;
                }
                report.warn(
                        table,
                        "the name " + unique.name() + " of a unique constraint of the table " + name
                                + " has no effect: its column is unique already (@OneToOne or unique = true), and Hibernate"
                                + " creates that constraint without a name. Remove @UniqueConstraint");
            } else if (same == null || same.name() == null) {
                uniques.put(unique.columns(), unique);
            }
        }
        return uniques.values();
    }

    /** A unique constraint has no order in PostgreSQL: what Hibernate fails to create is a unique index. */
    private List<Index> descendingUniques(org.hibernate.mapping.Table table) {
        List<Index> indexes = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (isDescending(key)) {
                List<Index.Part> parts = new ArrayList<>();
                for (Column column : key.getColumns()) {
                    parts.add(ordered(
                            SchemaDsl.asc(stored(column)),
                            key.getColumnOrderMap().get(column)));
                }
                indexes.add(SchemaDsl.index(
                                key.isNameExplicit() ? StoredNames.stored(key.getName()) : null,
                                parts.toArray(Index.Part[]::new))
                        .unique(true));
            }
        }
        return indexes;
    }

    private static boolean isDescending(UniqueKey key) {
        return key.getColumnOrderMap().values().stream().anyMatch("desc"::equalsIgnoreCase);
    }

    private Index index(org.hibernate.mapping.Table table, org.hibernate.mapping.Index index) {
        List<Index.Part> parts = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            Index.Part part = selectable instanceof Column column
                    ? SchemaDsl.asc(stored(column))
                    : SchemaDsl.expression(SqlText.trimmed(selectable.getText(dialect)));
            parts.add(ordered(part, index.getSelectableOrderMap().get(selectable)));
        }
        Index read = SchemaDsl.index(chosen(index.getName()), parts.toArray(Index.Part[]::new))
                .unique(index.isUnique());
        SqlOptions options =
                new SqlOptions(what -> report.notManaged(table, "an option of the index " + index.getName(), what));
        return options.index(read, Newer.text(index, "getOptions"));
    }

    private static Index.Part ordered(Index.Part part, @Nullable String order) {
        if (order == null) {
            return part;
        }
        String lower = order.toLowerCase(Locale.ROOT);
        Index.Part ordered = lower.startsWith("desc") ? part.desc() : part;
        if (lower.endsWith("nulls first")) {
            return ordered.nulls(Index.Nulls.FIRST);
        }
        return lower.endsWith("nulls last") ? ordered.nulls(Index.Nulls.LAST) : ordered;
    }

    /** Hibernate 8 has no map of them, and 6.6 no collection. */
    @SuppressWarnings({"deprecation", "removal", "unchecked"})
    private static Collection<ForeignKey> foreignKeys(org.hibernate.mapping.Table table) {
        return Newer.answer(table, "getForeignKeyCollection", Collection.class)
                .orElseGet(() -> table.getForeignKeys().values());
    }

    private @Nullable Constraint foreignKey(ForeignKey foreignKey) {
        if (!foreignKey.isCreationEnabled() || !foreignKey.isPhysicalConstraint()) {
            return null;
        }
        String name = chosen(foreignKey.getName());
        SqlOptions options = new SqlOptions(what -> report.notManaged(
                foreignKey.getTable(),
                "a part of a foreign key of the table " + foreignKey.getTable().getName(),
                what));
        Constraint.ForeignKey read = foreignKey.getKeyDefinition() != null
                ? options.definition(name, foreignKey.getKeyDefinition(), names, this::primaryKeyOf)
                : references(name, foreignKey);
        if (read == null) {
            return null;
        }
        OnDeleteAction onDelete = foreignKey.getOnDeleteAction();
        if (onDelete != null && onDelete != OnDeleteAction.NO_ACTION) {
            read = read.onDelete(ReferentialAction.valueOf(onDelete.name()));
        }
        return options.foreignKey(read, Newer.text(foreignKey, "getOptions"));
    }

    private List<String> primaryKeyOf(QualifiedName table) {
        return metadata.collectTableMappings().stream()
                .filter(each -> each.isPhysicalTable() && name(each).equals(table))
                .map(org.hibernate.mapping.Table::getPrimaryKey)
                .filter(Objects::nonNull)
                .map(key -> stored(key.getColumns()))
                .findFirst()
                .orElse(List.of());
    }

    private Constraint.ForeignKey references(@Nullable String name, ForeignKey foreignKey) {
        org.hibernate.mapping.Table target = foreignKey.getReferencedTable();
        List<Column> targetColumns = foreignKey.isReferenceToPrimaryKey()
                ? Objects.requireNonNull(target.getPrimaryKey()).getColumns()
                : foreignKey.getReferencedColumns();
        return new Constraint.ForeignKey(
                name,
                stored(foreignKey.getColumns()),
                name(target),
                stored(targetColumns),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE);
    }

    private @Nullable String chosen(@Nullable String name) {
        return name == null || name.isEmpty() || nobodyChose.saysNobody(name) ? null : StoredNames.stored(name);
    }

    private List<String> stored(Collection<Column> keyColumns) {
        return keyColumns.stream().map(this::stored).toList();
    }

    private String stored(Column column) {
        return StoredNames.stored(column.getQuotedName(dialect));
    }
}
