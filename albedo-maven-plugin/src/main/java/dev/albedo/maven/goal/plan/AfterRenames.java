package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.rename.Rename;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database's schema with the names after renames. */
final class AfterRenames {

    private AfterRenames() {}

    /** Returns a schema that need not have all that is renamed, such as what the migrations created. */
    static Schema of(Schema schema, SchemaDiff renaming) {
        Schema renamed = schema;
        for (Operation rename : renaming.operations()) {
            renamed = of(renamed, rename);
        }
        return renamed;
    }

    private static Schema of(Schema schema, Operation rename) {
        try {
            return rename.applyTo(schema);
        } catch (IllegalStateException e) {
            return schema;
        }
    }

    /** Returns where a place was before a plan, or a part of it. */
    static Place before(Place place, List<Operation> plan) {
        Place before = place;
        for (int i = plan.size() - 1; i >= 0; i--) {
            before = Rename.before(before, plan.get(i));
        }
        return before;
    }

    static Origins of(Origins past, SchemaDiff renaming) {
        Origins renamed = past;
        for (Operation operation : renaming.operations()) {
            renamed = renamed.at(place -> Rename.after(place, operation));
        }
        return renamed;
    }

    /** Returns what is kept of columns by the new place of their column. */
    static <V> Map<Place, V> of(Map<Place, V> constants, SchemaDiff renaming) {
        Map<Place, V> renamed = new TreeMap<>();
        constants.forEach((column, numbers) -> {
            Place place = column;
            for (Operation operation : renaming.operations()) {
                place = Rename.after(place, operation);
            }
            renamed.put(place, numbers);
        });
        return renamed;
    }
}
