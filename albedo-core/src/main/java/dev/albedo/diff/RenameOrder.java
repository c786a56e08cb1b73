package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Subject;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts renames table by table, as a reader looks for them, where no name goes from one object to another. */
final class RenameOrder {

    private RenameOrder() {}

    /** Returns the same renames: those of each table together, in the order of its first one, then those of others. */
    static SchemaDiff byTable(SchemaDiff renames) {
        Map<QualifiedName, List<Operation>> tables = new LinkedHashMap<>();
        List<Operation> others = new ArrayList<>();
        Set<String> old = new HashSet<>();
        Set<String> given = new HashSet<>();
        for (Operation operation : renames.operations()) {
            Subject after = operation.reverse().subject();
            old.add(name(operation.subject()));
            given.add(name(after));
            if (after.table() == null) {
                others.add(operation);
            } else {
                tables.computeIfAbsent(new QualifiedName(after.schema(), after.table()), name -> new ArrayList<>())
                        .add(operation);
            }
        }
        if (given.stream().anyMatch(old::contains)) {
            return renames;
        }
        List<Operation> all = new ArrayList<>();
        tables.values().forEach(all::addAll);
        all.addAll(others);
        return new SchemaDiff(all);
    }

    private static String name(Subject subject) {
        return Objects.requireNonNull(subject.name() == null ? subject.table() : subject.name());
    }
}
