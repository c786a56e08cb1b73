package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.prepare.UnmanagedObjects.DroppedPart;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The result of a comparison; it is handed on, so that no side is brought to one spelling again.
 *
 * @param start all there is before anything is renamed or left out, in the dialect's spelling
 * @param diff what is to be done
 * @param wanted what there is when it is done, everything with its name
 * @param leftAlone what neither the model nor the migrations know, in words
 * @param kept attributes that neither the model nor the migrations state
 * @param spelled what there is, before anything is renamed, with its checks as people spell them
 * @param dropped the unmanaged indexes and constraints that the database drops together with a column, and that neither
 *     start nor diff contain
 */
public record FoundDifference(
        Schema start,
        SchemaDiff diff,
        Schema wanted,
        List<String> leftAlone,
        Kept kept,
        Schema spelled,
        List<DroppedPart> dropped) {

    public FoundDifference {
        dropped = List.copyOf(dropped);
    }

    /** The result of a comparison of every attribute. */
    public FoundDifference(Schema start, SchemaDiff diff, Schema wanted, List<String> leftAlone) {
        this(start, diff, wanted, leftAlone, Kept.NOTHING, Schema.EMPTY, List.of());
    }

    FoundDifference keeping(Kept attributes, Schema there) {
        return new FoundDifference(start, diff, wanted, leftAlone, attributes, there, dropped);
    }

    FoundDifference dropping(List<DroppedPart> parts) {
        return new FoundDifference(start, diff, wanted, leftAlone, kept, spelled, parts);
    }

    /** Returns what the migration says about each drop of a column that takes such a part with it. */
    Map<Operation, List<String>> partsDropped() {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : diff.operations()) {
            if (operation instanceof Operation.DropColumn drop) {
                List<String> parts = dropped.stream()
                        .filter(part -> part.table().equals(drop.table())
                                && part.columns().contains(drop.name()))
                        .map(part -> "also drops " + part.part()
                                + ", which no migration creates and down() does not restore")
                        .toList();
                if (!parts.isEmpty()) {
                    notes.put(operation, parts);
                }
            }
        }
        return notes;
    }

    /** A schema with the checks as people spell them. */
    Schema spelling(Schema printed) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(printed.tables());
        tables.replaceAll((name, table) ->
                spelled.table(name).map(same -> spelling(table, same)).orElse(table));
        return printed.tables(tables);
    }

    private static Table spelling(Table printed, Table spelled) {
        return printed.constraints(printed.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.Check check
                        ? spelled.constraints(Constraint.Check.class).stream()
                                .filter(same -> Objects.equals(same.name(), check.name()))
                                .findFirst()
                                .orElse(check)
                        : constraint)
                .toList());
    }
}
