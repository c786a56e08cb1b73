package dev.albedo.maven.goal;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.operation.IrreversibleException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.testing.GraphText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The revisions of a {@link GraphText}, each of which does nothing unless it is said what. */
public final class SaidMigrations implements MigrationSource {

    private final RevisionGraph graph;
    private final Map<String, Migration> migrations = new HashMap<>();

    public SaidMigrations(String graph) {
        this.graph = GraphText.graph(graph);
    }

    /** Says what a revision does; it cannot be taken back. */
    public SaidMigrations up(String id, Consumer<Operations> up) {
        return both(id, up, op -> {
            throw new IrreversibleException("nobody said how");
        });
    }

    /** Says what a revision does, and how it is taken back. */
    public SaidMigrations both(String id, Consumer<Operations> up, Consumer<Operations> down) {
        migrations.put(id, new Migration() {
            @Override
            public void up(Operations op) {
                up.accept(op);
            }

            @Override
            public void down(Operations op) {
                down.accept(op);
            }
        });
        return this;
    }

    @Override
    public RevisionGraph graph() {
        return graph;
    }

    @Override
    public Migration load(RevisionNode revision) {
        return migrations.getOrDefault(revision.id(), op -> {});
    }
}
