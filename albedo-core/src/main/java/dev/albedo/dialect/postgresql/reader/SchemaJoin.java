package dev.albedo.dialect.postgresql.reader;

import dev.albedo.dialect.Spelling;
import dev.albedo.dialect.postgresql.reader.Namespaces.Namespace;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where the rows of the catalogs become a {@link Schema}. */
final class SchemaJoin {

    private final Spelling spelling;
    private final Namespaces namespaces;
    private final Set<QualifiedName> ignored;
    private final Set<QualifiedName> known;
    private final Map<String, SqlType> parsedTypes = new HashMap<>();

    SchemaJoin(Spelling spelling, Namespaces namespaces, Set<QualifiedName> ignored, Set<QualifiedName> known) {
        this.spelling = spelling;
        this.namespaces = namespaces;
        this.ignored = qualified(ignored);
        this.known = qualified(known);
    }

    private Set<QualifiedName> qualified(Set<QualifiedName> names) {
        return names.stream()
                .map(name -> name.schema() == null ? name : namespaces.qualified(name.schema(), name.name()))
                .collect(Collectors.toSet());
    }

    Schema join(CatalogRows rows) {
        Map<Long, SqlType> createdTypes = new HashMap<>();
        for (CatalogRows.Type type : rows.types()) {
            createdTypes.put(type.id(), new SqlType.Named(namespaces.qualified(type.schema(), type.name())));
        }
        Map<ColumnId, SequenceOptions> identities = new HashMap<>();
        for (CatalogRows.Sequence sequence : rows.sequences()) {
            if (sequence.identity()) {
                identities.put(new ColumnId(sequence.relation(), sequence.column()), options(sequence));
            }
        }
        Map<Long, TableColumns> columns = new HashMap<>();
        for (CatalogRows.Column column : rows.columns()) {
            columns.computeIfAbsent(column.relation(), id -> new TableColumns(new TreeMap<>()))
                    .add(column);
        }
        Map<Long, List<CatalogRows.Parent>> parents = grouped(rows.parents(), CatalogRows.Parent::relation);
        Map<Long, List<CatalogRows.Constraint>> constraints =
                grouped(rows.constraints(), CatalogRows.Constraint::relation);
        Map<Long, List<CatalogRows.Index>> indexes = grouped(rows.indexes(), CatalogRows.Index::relation);
        ConstraintRows constraintRows = new ConstraintRows(namespaces, columns);
        IndexRows indexRows = new IndexRows(rows.operatorClasses(), rows.collations());

        Map<Long, QualifiedName> visible = new HashMap<>();
        List<Table> tables = new ArrayList<>();
        for (CatalogRows.Relation table : rows.tables()) {
            QualifiedName name = namespaces.qualified(table.namespace(), table.name());
            List<QualifiedName> inherits = parents.getOrDefault(table.id(), List.of()).stream()
                    .map(parent -> namespaces.qualified(parent.schema(), parent.name()))
                    .toList();
            if (ignored.contains(name) || (!inherits.isEmpty() && !known.contains(name))) {
                continue;
            }
            visible.put(table.id(), name);
            TableColumns own = columns.getOrDefault(table.id(), new TableColumns(new TreeMap<>()));
            tables.add(new Table(
                    name,
                    own.all().stream()
                            .map(row -> column(row, createdTypes, identities))
                            .toList(),
                    constraints.getOrDefault(table.id(), List.of()).stream()
                            .map(row -> constraintRows.constraint(row, own))
                            .toList(),
                    indexes.getOrDefault(table.id(), List.of()).stream()
                            .map(row -> indexRows.index(row, own))
                            .toList(),
                    table.comment(),
                    table.partitionBy(),
                    inherits));
        }
        List<CompositeType> composites = new ArrayList<>();
        for (CatalogRows.Type type : rows.types()) {
            if (type.relation() != 0 && type.visible()) {
                composites.add(new CompositeType(
                        namespaces.qualified(type.namespace(), type.name()),
                        columns.getOrDefault(type.relation(), new TableColumns(new TreeMap<>())).all().stream()
                                .map(row -> column(row, createdTypes, identities))
                                .toList(),
                        type.comment()));
            }
        }
        return Schema.of(namedSchemas(), tables, sequences(rows.sequences(), visible, columns), enums(rows.types()))
                .composites(composites);
    }

    /** The column that something else in the catalogs means. */
    private record ColumnId(long relation, int number) {}

    private List<String> namedSchemas() {
        return namespaces.all().stream()
                .filter(each -> !each.isDefault())
                .map(Namespace::name)
                .toList();
    }

    private static <T> Map<Long, List<T>> grouped(Collection<T> rows, Function<T, Long> relation) {
        return rows.stream().collect(Collectors.groupingBy(relation));
    }

    private Column column(
            CatalogRows.Column row, Map<Long, SqlType> createdTypes, Map<ColumnId, SequenceOptions> identities) {
        boolean computed = !row.generated().isEmpty();
        String expression = row.expression();
        return new Column(
                row.name(),
                type(row, createdTypes),
                row.notNull(),
                computed ? null : expression,
                identity(row, identities),
                computed && expression != null
                        ? new Generated(
                                SqlText.trimmed(expression), row.generated().equals("s"))
                        : null,
                row.ownCollation(),
                row.comment());
    }

    private SqlType type(CatalogRows.Column row, Map<Long, SqlType> createdTypes) {
        SqlType created = createdTypes.get(row.element());
        if (created != null) {
            return row.array() ? new SqlType.Array(created) : created;
        }
        return parsedTypes.computeIfAbsent(row.type(), spelling::type);
    }

    private static @Nullable Identity identity(CatalogRows.Column row, Map<ColumnId, SequenceOptions> identities) {
        if (row.identity().isEmpty()) {
            return null;
        }
        return new Identity(
                row.identity().equals("a") ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT,
                identities.getOrDefault(new ColumnId(row.relation(), row.number()), SequenceOptions.DEFAULT));
    }

    private static SequenceOptions options(CatalogRows.Sequence row) {
        return new SequenceOptions(row.start(), row.increment(), row.min(), row.max(), row.cache(), row.cycle());
    }

    private List<Sequence> sequences(
            List<CatalogRows.Sequence> rows, Map<Long, QualifiedName> visible, Map<Long, TableColumns> columns) {
        List<Sequence> sequences = new ArrayList<>();
        for (CatalogRows.Sequence row : rows) {
            QualifiedName table = visible.get(row.relation());
            TableColumns owner = columns.get(row.relation());
            boolean owned = row.relation() != 0;
            if (row.identity() || (owned && table == null)) {
                continue;
            }
            sequences.add(new Sequence(
                    namespaces.qualified(row.namespace(), row.name()),
                    parsedTypes.computeIfAbsent(row.type(), spelling::type),
                    options(row),
                    table == null || owner == null ? null : new Sequence.Owner(table, owner.name(row.column())),
                    row.comment()));
        }
        return sequences;
    }

    private List<EnumType> enums(List<CatalogRows.Type> rows) {
        List<EnumType> enums = new ArrayList<>();
        for (CatalogRows.Type row : rows) {
            if (row.labels() != null && row.visible()) {
                enums.add(new EnumType(namespaces.qualified(row.namespace(), row.name()), row.labels(), row.comment()));
            }
        }
        return enums;
    }
}
