package dev.albedo.run;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RunSql;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What migrations make of an empty database, in memory. SQL that a user wrote changes here what it is said to change, Java
 * changes nothing.
 */
public final class SchemaReplay {

    private final MigrationSource migrations;

    public SchemaReplay(MigrationSource migrations) {
        this.migrations = migrations;
    }

    /**
     * The schema after all revisions.
     *
     * @throws RunException if an operation does not fit what is there before it, for example drops what does not exist
     */
    public Schema schema() {
        return schema((revision, operations) -> {});
    }

    /**
     * The schema after all revisions.
     *
     * @param seen is told of each revision and its operations, each drop knowing what it drops
     * @throws RunException as {@link #schema()} does
     */
    public Schema schema(BiConsumer<RevisionNode, List<Operation>> seen) {
        Schema schema = Schema.EMPTY;
        for (RevisionNode revision : migrations.graph().ordered()) {
            List<Operation> completed = new ArrayList<>();
            schema = after(schema, revision, completed::add);
            seen.accept(revision, completed);
        }
        return schema;
    }

    /** The revisions with SQL of which nobody said what it does to the schema: of them the schema may be another one. */
    public List<RevisionNode> unknown() {
        return migrations.graph().ordered().stream()
                .filter(revision -> Work.operations(migrations, revision, Direction.UP).stream()
                        .anyMatch(operation -> operation instanceof RunSql sql && sql.effect() == null))
                .toList();
    }

    /**
     * The operations of a revision, each drop knowing what it drops.
     *
     * @param before the schema before the revision
     * @throws RunException as {@link #schema()} does
     */
    public List<Operation> complete(Schema before, RevisionNode revision) {
        List<Operation> completed = new ArrayList<>();
        after(before, revision, completed::add);
        return completed;
    }

    private Schema after(Schema before, RevisionNode revision, Consumer<Operation> completed) {
        Schema schema = before;
        for (Operation operation : Work.operations(migrations, revision, Direction.UP)) {
            try {
                Operation complete = operation.completedFrom(schema);
                schema = complete.applyTo(schema);
                completed.accept(complete);
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw new RunException(
                        "revision " + revision.describe() + " does not follow from those before it: cannot "
                                + operation.describe() + ", " + e.getMessage(),
                        e);
            }
        }
        return schema;
    }
}
