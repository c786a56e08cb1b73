package dev.albedo.diff;

import dev.albedo.diff.Footprint.Kind;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Visitor;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds the {@link Footprint} of each operation on the way from one schema to another. */
final class FootprintReader
        implements Visitor.Renames<Footprint>,
                Visitor.RowChanges<Footprint>,
                Visitor.Expectations<Footprint>,
                Visitor.Codes<Footprint> {

    private final Schema to;
    private final List<Sequence> newSequences;

    FootprintReader(Schema from, Schema to) {
        this.to = to;
        this.newSequences = to.sequences().values().stream()
                .filter(sequence -> !from.sequences().containsKey(sequence.name()))
                .toList();
    }

    private Footprint needingWhatTextsName(Footprint footprint) {
        return needingWhatTextsName(footprint, footprint.sql());
    }

    private Footprint needingWhatTextsName(Footprint footprint, List<String> sql) {
        Set<String> mentioned = Uses.mentioned(sql);
        for (EnumType type : to.enums().values()) {
            if (mentioned.contains(type.name().name())) {
                footprint.needing(Kind.TYPE_IS_READY, type.name());
            }
        }
        for (Sequence sequence : newSequences) {
            if (footprint.sql().stream()
                    .anyMatch(text -> text.contains(sequence.name().name()))) {
                footprint.needing(Kind.SEQUENCE_IS_READY, sequence.name());
            }
        }
        return footprint;
    }

    private static void needType(Footprint footprint, Column column) {
        Uses.createdType(column.type()).ifPresent(type -> footprint.needing(Kind.TYPE_IS_READY, type));
    }

    private static void clearType(Footprint footprint, Column column) {
        Uses.createdType(column.type()).ifPresent(type -> footprint.settling(Kind.TYPE_IS_UNUSED, type));
    }

    private static void clearComputedFrom(Footprint footprint, QualifiedName table, Column column) {
        if (column.generated() != null) {
            for (String name : SqlText.names(column.generated().expression())) {
                footprint.settling(Kind.COLUMN_IS_UNUSED, table, name);
            }
        }
    }

    private static void needComputedFrom(Footprint footprint, QualifiedName table, Column column) {
        if (column.generated() != null) {
            for (String name : SqlText.names(column.generated().expression())) {
                if (!name.equals(column.name())) {
                    footprint.needing(Kind.COLUMN_IS_READY, table, name);
                }
            }
        }
    }

    /** A constraint or index waits for its table, its columns and the types of all columns that its text may name. */
    private void needColumns(Footprint footprint, QualifiedName tableName, List<String> columns) {
        footprint.needing(Kind.TABLE_IS_READY, tableName);
        Set<String> used = new HashSet<>(columns);
        used.addAll(Uses.mentioned(footprint.sql()));
        for (String name : used) {
            footprint.needing(Kind.COLUMN_IS_READY, tableName, name);
            to.column(tableName, name).ifPresent(column -> needType(footprint, column));
        }
    }

    @Override
    public Footprint createTable(Operation.CreateTable operation) {
        Table table = operation.table();
        Footprint footprint = needingWhatTextsName(Footprint.of(table.name(), Uses.texts(table)))
                .settling(Kind.TABLE_IS_READY, table.name())
                .needing(Kind.RELATION_NAME_IS_FREE, table.name())
                .needing(Kind.TYPE_NAME_IS_FREE, table.name());
        table.columns().forEach(column -> needType(footprint, column));
        table.inherits().forEach(parent -> footprint.needing(Kind.TABLE_IS_READY, parent));
        table.foreignKeys().forEach(key -> footprint.needing(Kind.TABLE_IS_READY, key.target()));
        table.constraints().stream()
                .filter(Uses::ownsIndex)
                .forEach(constraint -> footprint.needing(
                        Kind.RELATION_NAME_IS_FREE, table.name().sibling(Objects.requireNonNull(constraint.name()))));
        table.indexes()
                .forEach(index -> footprint
                        .settling(Kind.KEYS_ARE_READY, table.name())
                        .needing(
                                Kind.RELATION_NAME_IS_FREE,
                                table.name().sibling(Objects.requireNonNull(index.name()))));
        return footprint;
    }

    @Override
    public Footprint dropTable(Operation.DropTable operation) {
        Table table = Objects.requireNonNull(operation.was());
        Footprint footprint = Footprint.of(table.name(), Uses.texts(table))
                .settling(Kind.RELATION_NAME_IS_FREE, table.name())
                .settling(Kind.TYPE_NAME_IS_FREE, table.name())
                .needing(Kind.TABLE_IS_UNUSED, table.name());
        table.inherits().forEach(parent -> footprint.settling(Kind.TABLE_IS_UNUSED, parent));
        table.foreignKeys().forEach(key -> footprint.settling(Kind.TABLE_IS_UNUSED, key.target()));
        table.columns().forEach(column -> clearType(footprint, column));
        table.constraints()
                .forEach(constraint -> footprint.settling(
                        Kind.RELATION_NAME_IS_FREE, table.name().sibling(Objects.requireNonNull(constraint.name()))));
        table.indexes()
                .forEach(index -> footprint.settling(
                        Kind.RELATION_NAME_IS_FREE, table.name().sibling(Objects.requireNonNull(index.name()))));
        return footprint;
    }

    @Override
    public Footprint addColumn(Operation.AddColumn operation) {
        Column column = operation.column();
        Footprint footprint = needingWhatTextsName(Footprint.of(operation.table(), Uses.texts(column)))
                .settling(Kind.COLUMN_IS_READY, operation.table(), column.name())
                .needing(Kind.COLUMN_NAME_IS_FREE, operation.table(), column.name());
        needType(footprint, column);
        needComputedFrom(footprint, operation.table(), column);
        return Lineage.childrenFirst(footprint, to, Kind.COLUMN_IS_READY, column.name());
    }

    @Override
    public Footprint dropColumn(Operation.DropColumn operation) {
        Column column = Objects.requireNonNull(operation.was());
        Footprint footprint = Footprint.of(operation.table(), Uses.texts(column))
                .settling(Kind.COLUMN_NAME_IS_FREE, operation.table(), column.name())
                .needing(Kind.COLUMN_IS_UNUSED, operation.table(), column.name());
        clearType(footprint, column);
        clearComputedFrom(footprint, operation.table(), column);
        return footprint;
    }

    @Override
    public Footprint alterColumn(Operation.AlterColumn operation) {
        Column from = operation.from();
        Column changed = operation.to();
        List<String> sql = new ArrayList<>(Uses.texts(from));
        sql.addAll(Uses.texts(changed));
        Set<QualifiedName> converts = new HashSet<>();
        if (!from.type().equals(changed.type())) {
            Uses.createdType(from.type()).ifPresent(converts::add);
            Uses.createdType(changed.type()).ifPresent(converts::add);
        }
        Footprint footprint = needingWhatTextsName(
                new Footprint(operation.table(), sql, converts, new HashSet<>(), new HashSet<>()), Uses.texts(changed));
        boolean isLast = to.column(operation.table(), changed.name())
                .filter(changed::equals)
                .isPresent();
        if (isLast) {
            footprint.settling(Kind.COLUMN_IS_READY, operation.table(), changed.name());
        }
        if (changed.defaultSql() != null) {
            needType(footprint, changed);
        }
        if (!from.type().equals(changed.type())) {
            needType(footprint, changed);
            clearType(footprint, from);
            footprint.needing(Kind.COLUMN_IS_UNUSED, operation.table(), from.name());
        }
        Lineage.nullable(footprint, to, from, changed);
        clearComputedFrom(footprint, operation.table(), from);
        needComputedFrom(footprint, operation.table(), changed);
        return footprint;
    }

    @Override
    public Footprint addConstraint(Operation.AddConstraint operation) {
        Constraint constraint = operation.constraint();
        Footprint footprint = needingWhatTextsName(Footprint.of(operation.table(), Uses.texts(constraint)));
        needColumns(footprint, operation.table(), constraint.columns());
        if (Uses.ownsIndex(constraint)) {
            footprint
                    .settling(Kind.KEYS_ARE_READY, operation.table())
                    .needing(
                            Kind.RELATION_NAME_IS_FREE,
                            operation.table().sibling(Objects.requireNonNull(constraint.name())));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            footprint.needing(Kind.KEYS_ARE_READY, key.target());
            needColumns(footprint, key.target(), key.targetColumns());
        }
        return Lineage.checked(footprint, to, constraint);
    }

    @Override
    public Footprint dropConstraint(Operation.DropConstraint operation) {
        Footprint footprint = Footprint.of(operation.table(), Uses.texts(Objects.requireNonNull(operation.was())))
                .settling(Kind.RELATION_NAME_IS_FREE, operation.table().sibling(operation.name()));
        return Lineage.parentsFirst(footprint, to, Kind.CHECK_IS_GONE, operation.name());
    }

    @Override
    public Footprint createIndex(Operation.CreateIndex operation) {
        Index index = operation.index();
        Footprint footprint = needingWhatTextsName(Footprint.of(operation.table(), Uses.texts(index)))
                .settling(Kind.KEYS_ARE_READY, operation.table())
                .needing(Kind.RELATION_NAME_IS_FREE, operation.table().sibling(Objects.requireNonNull(index.name())));
        needColumns(footprint, operation.table(), Uses.columns(index));
        return footprint;
    }

    @Override
    public Footprint dropIndex(Operation.DropIndex operation) {
        return Footprint.of(operation.table(), Uses.texts(Objects.requireNonNull(operation.was())))
                .settling(Kind.RELATION_NAME_IS_FREE, operation.table().sibling(operation.name()));
    }

    @Override
    public Footprint createSequence(Operation.CreateSequence operation) {
        QualifiedName name = operation.sequence().name();
        return Footprint.of(null, List.of())
                .settling(Kind.SEQUENCE_IS_READY, name)
                .needing(Kind.RELATION_NAME_IS_FREE, name)
                .needing(Kind.TYPE_NAME_IS_FREE, name);
    }

    @Override
    public Footprint dropSequence(Operation.DropSequence operation) {
        return Footprint.of(null, List.of())
                .settling(Kind.RELATION_NAME_IS_FREE, operation.name())
                .settling(Kind.TYPE_NAME_IS_FREE, operation.name());
    }

    @Override
    public Footprint alterSequence(Operation.AlterSequence operation) {
        Footprint footprint = Footprint.of(null, List.of())
                .needing(Kind.SEQUENCE_IS_READY, operation.to().name());
        Sequence.Owner owner = operation.to().ownedBy();
        if (owner != null && !owner.equals(operation.from().ownedBy())) {
            needColumns(footprint, owner.table(), List.of(owner.column()));
        }
        return footprint;
    }

    @Override
    public Footprint createEnum(Operation.CreateEnum operation) {
        QualifiedName name = operation.enumType().name();
        return Footprint.of(null, List.of()).settling(Kind.TYPE_IS_READY, name).needing(Kind.TYPE_NAME_IS_FREE, name);
    }

    @Override
    public Footprint dropEnum(Operation.DropEnum operation) {
        return Footprint.of(null, List.of())
                .settling(Kind.TYPE_NAME_IS_FREE, operation.name())
                .needing(Kind.TYPE_IS_UNUSED, operation.name());
    }

    @Override
    public Footprint alterEnum(Operation.AlterEnum operation) {
        QualifiedName name = operation.to().name();
        Footprint footprint = Footprint.of(null, List.of()).settling(Kind.TYPE_IS_READY, name);
        return operation.rebuild() ? footprint.needing(Kind.TYPE_IS_UNUSED, name) : footprint;
    }

    @Override
    public Footprint createComposite(Operation.CreateComposite operation) {
        CompositeType type = operation.type();
        Footprint footprint = Footprint.of(null, List.of())
                .settling(Kind.TYPE_IS_READY, type.name())
                .needing(Kind.RELATION_NAME_IS_FREE, type.name())
                .needing(Kind.TYPE_NAME_IS_FREE, type.name());
        type.attributes().forEach(attribute -> needType(footprint, attribute));
        return footprint;
    }

    @Override
    public Footprint dropComposite(Operation.DropComposite operation) {
        Footprint footprint = Footprint.of(null, List.of())
                .settling(Kind.RELATION_NAME_IS_FREE, operation.name())
                .settling(Kind.TYPE_NAME_IS_FREE, operation.name())
                .needing(Kind.TYPE_IS_UNUSED, operation.name());
        Objects.requireNonNull(operation.was()).attributes().forEach(attribute -> clearType(footprint, attribute));
        return footprint;
    }

    @Override
    public Footprint alterComposite(Operation.AlterComposite operation) {
        CompositeType from = operation.from();
        CompositeType changed = operation.to();
        Footprint footprint = Footprint.of(null, List.of()).settling(Kind.TYPE_IS_READY, changed.name());
        changed.attributes().stream()
                .filter(attribute -> !from.attributes().contains(attribute))
                .forEach(attribute -> needType(footprint, attribute));
        from.attributes().stream()
                .filter(attribute -> !changed.attributes().contains(attribute))
                .forEach(attribute -> clearType(footprint, attribute));
        return footprint;
    }

    @Override
    public Footprint createSchema(Operation.CreateSchema operation) {
        return Footprint.of(null, List.of());
    }

    @Override
    public Footprint dropSchema(Operation.DropSchema operation) {
        return Footprint.of(null, List.of());
    }

    @Override
    public Footprint setTableComment(Operation.SetTableComment operation) {
        return Footprint.of(operation.table(), List.of());
    }

    @Override
    public Footprint allowDataLoss(Operation.AllowDataLoss operation) {
        throw isNoStep(operation);
    }

    private static IllegalArgumentException isNoStep(Operation operation) {
        return new IllegalArgumentException(
                "renames come before the steps, and SQL of users is no difference: " + operation.describe());
    }

    @Override
    public Footprint rename(Operation.Rename operation) {
        throw isNoStep(operation);
    }

    @Override
    public Footprint rowChange(Operation.RowChange operation) {
        throw isNoStep(operation);
    }

    @Override
    public Footprint expectation(Operation.Expectation operation) {
        throw isNoStep(operation);
    }

    @Override
    public Footprint code(Operation.Code operation) {
        throw isNoStep(operation);
    }
}
