package dev.albedo.diff;

import dev.albedo.operation.Operation;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The operations between two schemas in which the same thing has the same name, each with its turn. */
final class Changes {

    private final Schema from;
    private final Schema to;
    private final ColumnImpacts impacts;
    private final List<PhasedOperation> steps = new ArrayList<>();

    private Changes(Schema from, Schema to, Schema managed) {
        this.from = from;
        this.to = to;
        this.impacts = new ColumnImpacts(from, to, managed);
    }

    static List<PhasedOperation> between(Schema from, Schema to, Schema managed) {
        Changes changes = new Changes(from, to, managed);
        changes.schemas();
        changes.sequences();
        changes.tables();
        changes.composites();
        changes.enums();
        return changes.steps;
    }

    private void add(Phase phase, Operation operation) {
        steps.add(new PhasedOperation(phase, operation));
    }

    private void schemas() {
        to.schemas().stream()
                .filter(name -> !from.schemas().contains(name))
                .forEach(name -> add(Phase.CREATE_SCHEMA, new Operation.CreateSchema(name)));
        from.schemas().stream()
                .filter(name -> !to.schemas().contains(name))
                .forEach(name -> add(Phase.DROP_SCHEMA, new Operation.DropSchema(name)));
    }

    /** Comes last, because whether a type must be made anew depends on what the other steps say. */
    private void enums() {
        FootprintReader footprints = new FootprintReader(from, to);
        List<Footprint> others =
                steps.stream().map(step -> step.operation().accept(footprints)).toList();
        for (EnumType type : from.enums().values()) {
            EnumType changed = to.enums().get(type.name());
            if (changed == null) {
                add(Phase.DROP_ENUM, new Operation.DropEnum(type.name(), type));
            } else if (!type.equals(changed)) {
                boolean used = NewValues.areUsed(type, changed, others, from, to);
                add(Phase.ALTER_ENUM, new Operation.AlterEnum(type, changed, used));
            }
        }
        for (EnumType type : to.enums().values()) {
            if (!from.enums().containsKey(type.name())) {
                add(Phase.CREATE_ENUM, new Operation.CreateEnum(type));
            }
        }
    }

    private void composites() {
        for (CompositeType type : from.composites().values()) {
            CompositeType changed = to.composites().get(type.name());
            if (changed == null) {
                add(Phase.DROP_COMPOSITE, new Operation.DropComposite(type.name(), type));
            } else if (!type.equals(changed)) {
                add(Phase.ALTER_COMPOSITE, new Operation.AlterComposite(type, changed));
            }
        }
        for (CompositeType type : to.composites().values()) {
            if (!from.composites().containsKey(type.name())) {
                add(Phase.CREATE_COMPOSITE, new Operation.CreateComposite(type));
            }
        }
    }

    private void sequences() {
        for (Sequence sequence : from.sequences().values()) {
            Sequence changed = to.sequences().get(sequence.name());
            if (changed == null) {
                drop(sequence);
            } else {
                alter(sequence, changed);
            }
        }
        for (Sequence sequence : to.sequences().values()) {
            if (!from.sequences().containsKey(sequence.name())) {
                create(sequence);
            }
        }
    }

    private void create(Sequence sequence) {
        if (isOwned(sequence, impacts::comesAsOwner)) {
            Sequence unowned = sequence.ownedBy((Sequence.Owner) null);
            add(Phase.CREATE_SEQUENCE, new Operation.CreateSequence(unowned));
            add(Phase.OWN_SEQUENCE, new Operation.AlterSequence(unowned, sequence));
        } else {
            add(Phase.CREATE_SEQUENCE, new Operation.CreateSequence(sequence));
        }
    }

    private void drop(Sequence sequence) {
        if (isOwned(sequence, impacts::goesAsOwner)) {
            Sequence unowned = sequence.ownedBy((Sequence.Owner) null);
            add(Phase.RELEASE_SEQUENCE, new Operation.AlterSequence(sequence, unowned));
            add(Phase.DROP_SEQUENCE, new Operation.DropSequence(sequence.name(), unowned));
        } else {
            add(Phase.DROP_SEQUENCE, new Operation.DropSequence(sequence.name(), sequence));
        }
    }

    private void alter(Sequence sequence, Sequence changed) {
        boolean release = isOwned(sequence, impacts::goesAsOwner);
        boolean own = isOwned(changed, impacts::comesAsOwner);
        Sequence current = sequence;
        if (release && own) {
            current = sequence.ownedBy((Sequence.Owner) null);
            add(Phase.RELEASE_SEQUENCE, new Operation.AlterSequence(sequence, current));
        }
        if (!current.equals(changed)) {
            Phase phase = own ? Phase.OWN_SEQUENCE : release ? Phase.RELEASE_SEQUENCE : Phase.ALTER_SEQUENCE;
            add(phase, new Operation.AlterSequence(current, changed));
        }
    }

    /** A question about a column. */
    private interface ColumnQuestion {
        boolean ask(QualifiedName table, String column);
    }

    private static boolean isOwned(Sequence sequence, ColumnQuestion ownerIs) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner != null && ownerIs.ask(owner.table(), owner.column());
    }

    private void tables() {
        Set<QualifiedName> created = new HashSet<>();
        for (Table table : ForeignKeyOrder.parentsFirst(to.tables().values(), from.tables())) {
            Table old = from.tables().get(table.name());
            if (old == null) {
                created.add(table.name());
                create(table, constraint -> isInside(constraint, to, created));
            } else if (!impacts.isUntouched(old)) {
                alter(old, table);
            }
        }
        List<Table> dropped =
                new ArrayList<>(ForeignKeyOrder.parentsFirst(from.tables().values(), to.tables()));
        dropped.removeIf(table -> to.tables().containsKey(table.name()));
        Set<QualifiedName> left = dropped.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
        Collections.reverse(dropped);
        for (Table table : dropped) {
            drop(table, constraint -> isInside(constraint, from, left));
            left.remove(table.name());
        }
    }

    /**
     * Whether a constraint is created and dropped with its table: a foreign key if the table that it references is created
     * before and dropped after it, or keeps the key that is referenced.
     *
     * @param side has the table
     * @param earlier the tables that are created before its table, or dropped after it, and itself
     */
    private boolean isInside(Constraint constraint, Schema side, Set<QualifiedName> earlier) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return true;
        }
        Table target = side.tables().get(key.target());
        return target != null
                && target.constraints().stream()
                        .filter(Uses::ownsIndex)
                        .filter(other ->
                                other.columns().size() == key.targetColumns().size()
                                        && other.columns().containsAll(key.targetColumns()))
                        .anyMatch(other -> earlier.contains(key.target()) || impacts.isSettled(target.name(), other));
    }

    private void create(Table table, Predicate<Constraint> inside) {
        Predicate<Index> isNew = index -> !hasName(from, table, index);
        add(Phase.CREATE_TABLE, new Operation.CreateTable(bare(table, inside, isNew)));
        addConstraints(table, inside.negate());
        addIndexes(table, isNew.negate());
    }

    private void drop(Table table, Predicate<Constraint> inside) {
        Predicate<Index> isGone = index -> !hasName(to, table, index);
        dropConstraints(table, inside.negate());
        dropIndexes(table, isGone.negate());
        add(Phase.DROP_TABLE, new Operation.DropTable(table.name(), bare(table, inside, isGone)));
    }

    /**
     * Whether the other side has an index of that name too. It is then created and dropped on its own, so that a table that
     * takes the place of another can be filled from it before that goes.
     */
    private static boolean hasName(Schema other, Table table, Index index) {
        return other.tables().values().stream()
                .filter(each ->
                        Objects.equals(each.name().schema(), table.name().schema()))
                .anyMatch(
                        each -> each.index(Objects.requireNonNull(index.name())).isPresent()
                                || each.constraint(index.name()).isPresent());
    }

    private static Table bare(Table table, Predicate<Constraint> constraints, Predicate<Index> indexes) {
        return table.constraints(
                        table.constraints().stream().filter(constraints).toList())
                .indexes(table.indexes().stream().filter(indexes).toList());
    }

    private void alter(Table table, Table changed) {
        if (!Objects.equals(table.comment(), changed.comment())) {
            add(Phase.COMMENT_TABLE, new Operation.SetTableComment(table.name(), table.comment(), changed.comment()));
        }
        dropConstraints(table, constraint -> !impacts.stays(table, constraint));
        dropIndexes(table, index -> !impacts.stays(table, index));
        for (Column column : table.columns()) {
            Column other = changed.column(column.name()).orElse(null);
            if (impacts.goes(table.name(), column.name())) {
                dropColumn(table.name(), column);
            } else if (other != null && !column.equals(other)) {
                alterColumn(table.name(), column, other);
            }
        }
        for (Column column : changed.columns()) {
            if (impacts.comes(table.name(), column.name())) {
                add(
                        column.generated() == null ? Phase.ADD_COLUMN : Phase.ADD_COMPUTED_COLUMN,
                        new Operation.AddColumn(table.name(), column));
            }
        }
        addConstraints(
                changed,
                constraint -> table.constraint(Objects.requireNonNull(constraint.name()))
                        .filter(old -> impacts.stays(table, old))
                        .isEmpty());
        addIndexes(
                changed,
                index -> table.index(Objects.requireNonNull(index.name()))
                        .filter(old -> impacts.stays(table, old))
                        .isEmpty());
    }

    private void dropColumn(QualifiedName table, Column column) {
        add(
                column.generated() == null ? Phase.DROP_COLUMN : Phase.DROP_COMPUTED_COLUMN,
                new Operation.DropColumn(table, column.name(), column));
    }

    private void alterColumn(QualifiedName table, Column column, Column changed) {
        Column current = column;
        boolean loosesDefault =
                column.defaultSql() != null && !column.defaultSql().equals(changed.defaultSql());
        if (loosesDefault && impacts.hasChangedEnum(column)) {
            // The old default may be a value that the enum type is about to lose, the new one a value it will get.
            current = column.defaultTo(null);
            add(Phase.RELEASE_DEFAULT, new Operation.AlterColumn(table, column, current, null));
        }
        if (!current.equals(changed)) {
            add(alterPhase(column, changed), new Operation.AlterColumn(table, current, changed, null));
        }
    }

    private static Phase alterPhase(Column column, Column changed) {
        if (column.generated() == null) {
            return Phase.ALTER_COLUMN;
        }
        return changed.generated() == null ? Phase.DROP_COMPUTED_COLUMN : Phase.ALTER_COMPUTED_COLUMN;
    }

    private void dropConstraints(Table table, Predicate<Constraint> which) {
        table.constraints().stream()
                .filter(which)
                .forEach(constraint -> add(
                        constraint instanceof Constraint.ForeignKey ? Phase.DROP_FOREIGN_KEY : Phase.DROP_CONSTRAINT,
                        new Operation.DropConstraint(
                                table.name(), Objects.requireNonNull(constraint.name()), constraint)));
    }

    private void addConstraints(Table table, Predicate<Constraint> which) {
        table.constraints().stream()
                .filter(which)
                .forEach(constraint -> add(
                        constraint instanceof Constraint.ForeignKey ? Phase.ADD_FOREIGN_KEY : Phase.ADD_CONSTRAINT,
                        new Operation.AddConstraint(table.name(), constraint)));
    }

    private void dropIndexes(Table table, Predicate<Index> which) {
        table.indexes().stream()
                .filter(which)
                .forEach(index -> add(
                        Phase.DROP_INDEX,
                        new Operation.DropIndex(table.name(), Objects.requireNonNull(index.name()), index, false)));
    }

    private void addIndexes(Table table, Predicate<Index> which) {
        table.indexes().stream()
                .filter(which)
                .forEach(index -> add(Phase.CREATE_INDEX, new Operation.CreateIndex(table.name(), index, false)));
    }
}
