package dev.albedo.run;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.operation.IrreversibleException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Migrations said as functions. */
final class TestMigrations implements MigrationSource {

    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Map<String, Migration> migrations = new HashMap<>();

    /** The ids that were loaded, in order. */
    final List<String> loaded = new ArrayList<>();

    /** Adds a revision; without parents it follows the one before. */
    TestMigrations add(String id, Consumer<Operations> up, Consumer<Operations> down, String... parents) {
        String[] after = parents.length > 0 || nodes.isEmpty()
                ? parents
                : new String[] {nodes.get(nodes.size() - 1).id()};
        nodes.add(RevisionNode.of(id, "shop.M_" + id, after));
        migrations.put(id, new Functions(up, down));
        return this;
    }

    /** Adds a revision that is not to be a transaction. */
    TestMigrations addDivided(String id, Consumer<Operations> up, Consumer<Operations> down) {
        add(id, up, down);
        migrations.put(id, new Divided(up, down));
        return this;
    }

    private static class Functions implements Migration {

        private final Consumer<Operations> up;
        private final Consumer<Operations> down;

        Functions(Consumer<Operations> up, Consumer<Operations> down) {
            this.up = up;
            this.down = down;
        }

        @Override
        public void up(Operations op) {
            up.accept(op);
        }

        @Override
        public void down(Operations op) {
            down.accept(op);
        }
    }

    /** Its id is the one of the node. */
    @Revision(id = "divided", transactional = false)
    private static final class Divided extends Functions {

        Divided(Consumer<Operations> up, Consumer<Operations> down) {
            super(up, down);
        }
    }

    /** Adds a revision of one statement each way. */
    TestMigrations add(String id, String up, String down, String... parents) {
        return add(id, op -> op.sql(up), op -> op.sql(down), parents);
    }

    /** Says of the last revision what the compiler has read of its data steps. */
    TestMigrations code(StepCode code) {
        RevisionNode last = nodes.remove(nodes.size() - 1);
        nodes.add(new RevisionNode(
                last.id(), last.className(), last.parents(), last.dependsOn(), last.labels(), last.created(), code));
        return this;
    }

    /** Adds a revision that cannot be taken back. */
    TestMigrations addOneWay(String id, String up) {
        return add(id, op -> op.sql(up), op -> {
            throw new IrreversibleException("its data is gone");
        });
    }

    @Override
    public RevisionGraph graph() {
        return RevisionGraph.of(nodes);
    }

    @Override
    public Migration load(RevisionNode revision) {
        loaded.add(revision.id());
        return migrations.get(revision.id());
    }
}
