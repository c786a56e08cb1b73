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
    private final Set<Problem> warnings = new LinkedHashSet<>();
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
     * @param table that it belongs to, or {@code null} for something beside the tables
     * @param what it is, such as {@code the view active_customer}
     * @param sql what Hibernate would run, or the part of it that is left out
     */
    void notManaged(@Nullable Table table, String what, String sql) {
        notManaged(new Problem(classes.get(table), null, sentence(what, sql)), new Unmanaged(what, sql));
    }

    /** Takes what belongs to a column. */
    void notManaged(Table table, Column column, String what, String sql) {
        notManaged(problem(table, column, sentence(what, sql)), new Unmanaged(what, sql));
    }

    private void notManaged(Problem warning, Unmanaged object) {
        if (unmanaged.add(object)) {
            warnings.add(warning);
        }
    }

    private static String sentence(String what, String sql) {
        return "Albedo does not manage " + new Unmanaged(what, sql) + "; write it with op.sql(...) in a migration";
    }

    /** Takes a warning about the model as a whole. */
    void warn(String sentence) {
        warnings.add(new Problem(null, null, sentence));
    }

    void warn(Table table, String sentence) {
        warnings.add(new Problem(classes.get(table), null, sentence));
    }

    void warn(Problem warning) {
        warnings.add(warning);
    }

    void wrong(Table table, String sentence) {
        problems.add(new Problem(classes.get(table), null, sentence));
    }

    /**
     * Takes what is wrong with a column.
     *
     * @param table that has it, or {@code null} for the column of a type
     */
    void wrong(@Nullable Table table, Column column, String sentence) {
        problems.add(problem(table, column, sentence));
    }

    private Problem problem(@Nullable Table table, Column column, String sentence) {
        return owners.of(table, column)
                .map(owner -> new Problem(owner.className(), owner.attribute(), sentence))
                .orElseGet(() -> new Problem(classes.get(table), null, sentence));
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    List<Unmanaged> unmanaged() {
        return List.copyOf(unmanaged);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
