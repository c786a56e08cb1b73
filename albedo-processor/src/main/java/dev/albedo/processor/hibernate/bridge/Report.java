package dev.albedo.processor.hibernate.bridge;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import dev.albedo.snapshot.Unmanaged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Collects what has to be told about a model, and knows which class a table comes from. */
final class Report {

    private final ColumnOwners owners;
    private final Map<Table, String> classes = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<Unmanaged> unmanaged = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Report(Metadata metadata) {
        owners = new ColumnOwners(metadata);
        metadata.getEntityBindings().forEach(entity -> {
            classes.putIfAbsent(entity.getTable(), entity.getClassName());
            entity.getJoins().forEach(join -> classes.putIfAbsent(join.getTable(), entity.getClassName()));
        });
        metadata.getCollectionBindings().forEach(collection -> {
            Table table = collection.getCollectionTable();
            if (table != null && collection.getOwner() != null) {
                classes.putIfAbsent(table, collection.getOwner().getClassName());
            }
        });
    }

    /**
     * Takes what the model says, Hibernate would create, and Albedo does not manage.
     *
     * @param what it is, such as {@code the view active_customer}
     * @param sql what Hibernate would run, or the part of it that is left out
     */
    void notManaged(String what, String sql) {
        Unmanaged object = new Unmanaged(what, sql);
        if (unmanaged.add(object)) {
            warnings.add("Albedo does not manage " + object + "; write it with op.sql(...) in a migration");
        }
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void problem(Table table, String sentence) {
        problems.add(new Problem(classes.get(table), null, sentence));
    }

    /**
     * Takes what is wrong with a column.
     *
     * @param table that has it, or {@code null} for the column of a type
     */
    void problem(@Nullable Table table, Column column, String sentence) {
        problems.add(owners.of(table, column)
                .map(owner -> new Problem(owner.className(), owner.attribute(), sentence))
                .orElseGet(() -> new Problem(classes.get(table), null, sentence)));
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<Unmanaged> unmanaged() {
        return List.copyOf(unmanaged);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
