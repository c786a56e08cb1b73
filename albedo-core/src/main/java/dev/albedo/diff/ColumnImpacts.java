package dev.albedo.diff;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the columns of one schema change on the way to another, and what cannot stay in place meanwhile. */
final class ColumnImpacts {

    private final Schema from;
    private final Schema to;
    private final Schema managed;
    private final Set<QualifiedName> changedEnums = new TreeSet<>();
    private final Set<String> changedEnumNames = new HashSet<>();
    private final Map<ColumnName, Impact> impacts = new HashMap<>();
    private final Set<ColumnName> readded = new HashSet<>();

    private record ColumnName(QualifiedName table, String column) {}

    /**
     * Compares two schemas.
     *
     * @param managed what of {@code to} is the model's: the database itself keeps the rest in place where it can
     */
    ColumnImpacts(Schema from, Schema to, Schema managed) {
        this.from = from;
        this.to = to;
        this.managed = managed;
        for (EnumType type : from.enums().values()) {
            EnumType changed = to.enums().get(type.name());
            if (changed != null && !changed.values().equals(type.values())) {
                changedEnums.add(type.name());
                changedEnumNames.add(type.name().name());
            }
        }
        for (Table table : from.tables().values()) {
            Table changed = to.tables().get(table.name());
            if (changed != null && !(changed.equals(table) && changedEnums.isEmpty())) {
                compare(table, changed);
            }
        }
    }

    private void compare(Table table, Table changed) {
        for (Column column : table.columns()) {
            Column other = changed.column(column.name()).orElse(null);
            boolean again = other != null && isManaged(table.name(), column) && needsReadding(column, other);
            if (again) {
                readded.add(new ColumnName(table.name(), column.name()));
            }
            impacts.put(new ColumnName(table.name(), column.name()), again ? Impact.REPLACED : impact(column, other));
        }
        for (Column column : table.columns()) {
            if (column.generated() != null
                    && isManaged(table.name(), column)
                    && changed.column(column.name()).orElse(column).generated() != null
                    && (mentions(table.name(), Uses.texts(column), Impact.RESIZED, Impact.RETYPED)
                            || Uses.mentioned(Uses.texts(column)).stream().anyMatch(changedEnumNames::contains))) {
                readded.add(new ColumnName(table.name(), column.name()));
                impacts.put(new ColumnName(table.name(), column.name()), Impact.REPLACED);
            }
        }
    }

    private boolean isManaged(QualifiedName table, Column column) {
        return managed.column(table, column.name()).isPresent()
                || to.column(table, column.name()).isEmpty();
    }

    private boolean isManaged(Table table, Constraint constraint) {
        return managed.table(table.name())
                .flatMap(found -> found.constraint(Objects.requireNonNull(constraint.name())))
                .isPresent();
    }

    private boolean isManaged(Table table, Index index) {
        return managed.table(table.name())
                .flatMap(found -> found.index(Objects.requireNonNull(index.name())))
                .isPresent();
    }

    /** Whether a change of a column is had by dropping it and adding it again, see the package. */
    private boolean needsReadding(Column column, Column changed) {
        if (changed.generated() == null) {
            return false;
        }
        return column.generated() == null
                || column.generated().stored() != changed.generated().stored()
                || !column.type().equals(changed.type())
                || !Objects.equals(column.collation(), changed.collation())
                || hasChangedEnum(column);
    }

    private Impact impact(Column column, @Nullable Column changed) {
        if (changed == null || !Objects.equals(column.generated(), changed.generated())) {
            return Impact.REPLACED;
        }
        if (!sameName(column.type(), changed.type())) {
            return Impact.RETYPED;
        }
        boolean same = column.type().equals(changed.type())
                && Objects.equals(column.collation(), changed.collation())
                && !hasChangedEnum(column);
        return same ? Impact.NONE : Impact.RESIZED;
    }

    private static boolean sameName(SqlType type, SqlType changed) {
        return type.equals(changed)
                || (type instanceof SqlType.Simple simple
                        && changed instanceof SqlType.Simple other
                        && simple.name().equals(other.name()));
    }

    /** The enum types whose values change. */
    Set<QualifiedName> changedEnums() {
        return changedEnums;
    }

    /** Whether a column's type is an enum type whose values change. */
    boolean hasChangedEnum(Column column) {
        return Uses.createdType(column.type()).filter(changedEnums::contains).isPresent();
    }

    /** Whether a column that both schemas have is dropped and added again. */
    boolean isReadded(QualifiedName table, String column) {
        return readded.contains(new ColumnName(table, column));
    }

    /** Whether a column is dropped on the way, for good or to be added again. */
    boolean goes(QualifiedName table, String column) {
        return isReadded(table, column) || to.column(table, column).isEmpty();
    }

    /** Whether a column is added on the way, for the first time or again. */
    boolean comes(QualifiedName table, String column) {
        return isReadded(table, column) || from.column(table, column).isEmpty();
    }

    /** Whether a column cannot own a sequence before it is added, or has lost the sequence it owns as an identity. */
    boolean comesAsOwner(QualifiedName table, String column) {
        return comes(table, column) || (hasIdentity(from, table, column) && !hasIdentity(to, table, column));
    }

    /** Whether a column cannot own a sequence after it is dropped, or because it becomes an identity. */
    boolean goesAsOwner(QualifiedName table, String column) {
        return goes(table, column) || (hasIdentity(to, table, column) && !hasIdentity(from, table, column));
    }

    private static boolean hasIdentity(Schema schema, QualifiedName table, String column) {
        return schema.column(table, column)
                .filter(found -> found.identity() != null)
                .isPresent();
    }

    private Impact impact(QualifiedName table, String column) {
        return impacts.getOrDefault(new ColumnName(table, column), Impact.NONE);
    }

    private boolean reaches(QualifiedName table, Collection<String> columns, Impact least) {
        return columns.stream().anyMatch(column -> impact(table, column).compareTo(least) >= 0);
    }

    private boolean mentions(QualifiedName table, List<String> texts, Impact least, Impact most) {
        return Uses.mentioned(texts).stream()
                .map(name -> impact(table, name))
                .anyMatch(impact -> impact.compareTo(least) >= 0 && impact.compareTo(most) <= 0);
    }

    /** Whether a table is the same before and after, and so is every one that it references: all of it stays. */
    boolean isUntouched(Table table) {
        return changedEnums.isEmpty()
                && table.equals(to.tables().get(table.name()))
                && table.foreignKeys().stream()
                        .map(Constraint.ForeignKey::target)
                        .allMatch(target -> Objects.equals(
                                from.tables().get(target), to.tables().get(target)));
    }

    /** Whether a table of both schemas has a key all the way, over columns that do not change. */
    boolean isSettled(QualifiedName name, Constraint key) {
        Table before = from.tables().get(name);
        Table after = to.tables().get(name);
        return before != null
                && after != null
                && before.constraints().contains(key)
                && stays(before, key)
                && key.columns().stream()
                        .allMatch(column -> before.column(column).equals(after.column(column)))
                && !reaches(name, key.columns(), Impact.RESIZED);
    }

    /** Whether a constraint of a table that stays is the same before and after, and can be there all the time. */
    boolean stays(Table table, Constraint constraint) {
        boolean same = to.table(table.name())
                .flatMap(changed -> changed.constraint(Objects.requireNonNull(constraint.name())))
                .filter(constraint::equals)
                .isPresent();
        boolean managed = isManaged(table, constraint);
        return same
                && !reaches(table.name(), constraint.columns(), Impact.REPLACED)
                && !mentions(
                        table.name(),
                        Uses.texts(constraint),
                        managed ? Impact.RETYPED : Impact.REPLACED,
                        Impact.REPLACED)
                && !(managed && constraint instanceof Constraint.ForeignKey key && isHit(table, key));
    }

    private boolean isHit(Table table, Constraint.ForeignKey key) {
        return reaches(table.name(), key.columns(), Impact.RETYPED)
                || reaches(key.target(), key.targetColumns(), Impact.RETYPED)
                || from.table(key.target())
                        .map(target -> losesKey(target, key.targetColumns()))
                        .orElse(false);
    }

    /** Whether one of the keys over these columns goes; a foreign key needs one, and nobody knows which it took. */
    private boolean losesKey(Table target, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return target.constraints().stream()
                        .filter(key -> key instanceof Constraint.PrimaryKey || key instanceof Constraint.Unique)
                        .anyMatch(key -> Set.copyOf(key.columns()).equals(wanted) && !stays(target, key))
                || target.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.parts().stream()
                                        .map(Index.Part::text)
                                        .collect(Collectors.toSet())
                                        .equals(wanted)
                                && !stays(target, index));
    }

    /** Whether an index of a table that stays is the same before and after, and can be there all the time. */
    boolean stays(Table table, Index index) {
        boolean same = to.table(table.name())
                .flatMap(changed -> changed.index(Objects.requireNonNull(index.name())))
                .filter(index::equals)
                .isPresent();
        List<String> withOperatorClass = index.parts().stream()
                .filter(part -> !part.isExpression() && part.operatorClass() != null)
                .map(Index.Part::text)
                .toList();
        Impact least = isManaged(table, index) ? Impact.RETYPED : Impact.REPLACED;
        return same
                && !reaches(table.name(), Uses.columns(index), Impact.REPLACED)
                && !reaches(table.name(), withOperatorClass, least)
                && !mentions(table.name(), Uses.texts(index), least, Impact.REPLACED);
    }
}
