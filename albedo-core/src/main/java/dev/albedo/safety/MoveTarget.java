package dev.albedo.safety;

import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The table that columns move to.
 *
 * @param isNew whether it has no rows yet
 */
record MoveTarget(Schema from, Schema to, Table target, List<ColumnMove> moves, boolean isNew) {

    /** Returns a schema with the table or its new columns, which accept NULL until they have values. */
    Schema beside(Schema schema) {
        Set<String> schemas = new TreeSet<>(schema.schemas());
        schemas.addAll(to.schemas());
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(to.sequences());
        sequences
                .keySet()
                .removeIf(name -> schema.sequences().containsKey(name)
                        || schema.table(name).isPresent());
        sequences
                .values()
                .removeIf(sequence -> sequence.ownedBy() != null
                        && !sequence.ownedBy().table().equals(target.name())
                        && from.column(
                                        sequence.ownedBy().table(),
                                        sequence.ownedBy().column())
                                .isEmpty());
        sequences.putAll(schema.sequences());
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(to.enums());
        enums.putAll(schema.enums());
        Schema beside = schema.schemas(schemas).sequences(sequences).enums(enums);
        if (!isNew) {
            Table table = beside.table(target.name()).orElseThrow();
            for (ColumnMove move : moves) {
                if (table.column(move.to().lastName()).isEmpty()) {
                    table = table.with(DataSkeleton.bare(move.to().columnIn(to).orElseThrow()));
                }
            }
            return beside.with(table);
        }
        List<String> key =
                target.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        return beside.table(target.name()).isPresent()
                ? beside
                : beside.with(target.constraints(target.constraints().stream()
                                .filter(Constraint.PrimaryKey.class::isInstance)
                                .toList())
                        .indexes(List.of())
                        .columns(target.columns().stream()
                                .map(column -> key.contains(column.name()) ? column : column.nullable())
                                .toList()));
    }
}
