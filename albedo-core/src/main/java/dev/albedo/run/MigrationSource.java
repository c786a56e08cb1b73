package dev.albedo.run;

import dev.albedo.Migration;
import dev.albedo.Revision;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where migrations come from: their graph, which costs no class, and each of them when it is asked for. */
public interface MigrationSource {

    /** The graph of all revisions. */
    RevisionGraph graph();

    /** The migration of a revision of the graph. */
    Migration load(RevisionNode revision);

    /**
     * The migrations of this source that are in one package, as those of a persistence unit are.
     *
     * @throws dev.albedo.revision.RevisionException if they make no graph without the others
     */
    default MigrationSource inPackage(String name) {
        return within(RevisionGraph.of(graph().ordered().stream()
                .filter(revision -> revision.packageName().equals(name))
                .toList()));
    }

    /**
     * The migrations of this source in another graph.
     *
     * @param part of revisions of this source, which may have other parents there
     */
    default MigrationSource within(RevisionGraph part) {
        return new MigrationSource() {
            @Override
            public RevisionGraph graph() {
                return part;
            }

            @Override
            public Migration load(RevisionNode revision) {
                return MigrationSource.this.load(MigrationSource.this.graph().revision(revision.id()));
            }
        };
    }

    /**
     * The migrations in the lists that the processor wrote, of all modules on a class path.
     *
     * @throws dev.albedo.revision.RevisionException if together they make no graph
     * @throws RunException if a list cannot be read, or a newer Albedo wrote it
     */
    static MigrationSource of(ClassLoader loader) {
        // The same jar may be on a class path twice; the first counts, as it does for its classes.
        Map<String, RevisionNode> nodes = new LinkedHashMap<>();
        try {
            for (URL url : Collections.list(loader.getResources(MigrationsList.RESOURCE))) {
                URLConnection connection = url.openConnection();
                // A cached jar would stay open, and be read stale in a JVM that builds it again.
                connection.setUseCaches(false);
                try (InputStream in = connection.getInputStream()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    for (RevisionNode node : MigrationsList.read(text, url.toString())) {
                        nodes.putIfAbsent(node.className(), node);
                    }
                }
            }
        } catch (IOException e) {
            throw new RunException("cannot read " + MigrationsList.RESOURCE + ": " + Retry.message(e), e);
        } catch (IllegalArgumentException e) {
            throw new RunException(String.valueOf(e.getMessage()), e);
        }
        return new ListedMigrations(RevisionGraph.of(nodes.values()), loader);
    }

    /**
     * These migrations, where there is no list: for tests, and for native images.
     *
     * @throws IllegalArgumentException if one of them has no {@link Revision}
     * @throws dev.albedo.revision.RevisionException if they make no graph
     */
    static MigrationSource of(List<? extends Migration> migrations) {
        Map<String, Migration> byClass = new LinkedHashMap<>();
        List<RevisionNode> nodes = migrations.stream()
                .map(migration -> {
                    Revision revision = migration.getClass().getAnnotation(Revision.class);
                    if (revision == null) {
                        throw new IllegalArgumentException(migration.getClass().getName() + " has no @Revision");
                    }
                    byClass.put(migration.getClass().getName(), migration);
                    return new RevisionNode(
                            revision.id(),
                            migration.getClass().getName(),
                            List.of(revision.parent()),
                            List.of(revision.dependsOn()),
                            List.of(revision.labels()),
                            revision.created());
                })
                .toList();
        RevisionGraph graph = RevisionGraph.of(nodes);
        return new MigrationSource() {
            @Override
            public RevisionGraph graph() {
                return graph;
            }

            @Override
            public Migration load(RevisionNode revision) {
                Migration migration = byClass.get(revision.className());
                if (migration == null) {
                    throw new IllegalArgumentException("revision " + revision.describe() + " is not of this source");
                }
                return migration;
            }
        };
    }
}
