package dev.albedo.maven.goal;

import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.OriginsFile;
import dev.albedo.maven.goal.project.Released;
import dev.albedo.maven.goal.project.SourceFiles;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.processor.revision.MigrationLists;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.MigrationsList;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes a migration that no database has applied, with all that {@code create} wrote for it. */
public final class Discard {

    private final MigrationSource migrations;
    private final NewMigration place;
    private final SourceFiles sources;
    private final Path classOutput;
    private final Supplier<List<AppliedRevision>> history;
    private final Released released;
    private final Console console;

    /**
     * A goal.
     *
     * @param place where migrations are written
     * @param classOutput where they are compiled to
     * @param history the rows that the database has, also of revisions that are not finished
     * @param released knows releases, which may have been applied elsewhere
     */
    public Discard(
            MigrationSource migrations,
            NewMigration place,
            SourceFiles sources,
            Path classOutput,
            Supplier<List<AppliedRevision>> history,
            Released released,
            Console console) {
        this.migrations = migrations;
        this.place = place;
        this.sources = sources;
        this.classOutput = classOutput;
        this.history = history;
        this.released = released;
        this.console = console;
    }

    /**
     * Deletes it.
     *
     * @param name the revision, or {@code null} for the head; also the id of one whose file was deleted by hand, of which
     *     only {@code origins.txt} tells
     * @throws GoalException if another revision builds on it or a database may have applied it; then nothing was deleted
     */
    public void run(@Nullable String name) throws IOException {
        if (name != null && place.origins().read().gone(migrations.graph()).contains(name)) {
            requireNotApplied(name, "revision " + name);
            OriginsFile file = place.origins();
            file.write(file.read().without(name));
            console.print("Restored the entries that revision " + name + " replaced in " + file.path());
            return;
        }
        RevisionNode node = chosen(name);
        Path source = source(node);
        requireLast(node);
        requireNotApplied(node.id(), node.describe());
        released.of(List.of(node)).ifPresent(release -> {
            throw new GoalException(release
                    + ", so a database may have applied it: write a new migration that undoes it, or, if no"
                    + " database has applied it, run the goal again with -Dalbedo.ignoreTags=true."
                    + " Nothing was deleted");
        });
        OriginsFile file = new OriginsFile(source.resolveSibling(OriginsFile.NAME));
        KeptOrigins before = file.read().without(node.id());
        MigrationSource rest = migrations.within(RevisionGraph.of(without(node)));
        Files.delete(source);
        if (Files.exists(file.path())) {
            if (rest.graph().ordered().isEmpty()) {
                Files.delete(file.path());
            } else {
                file.write(within(rest, before));
            }
        }
        forget(node, rest.graph());
        console.print("Deleted " + console.strong(source.toString()));
        List<RevisionNode> heads = rest.graph().heads();
        console.print(
                heads.isEmpty()
                        ? "There are no migrations left"
                        : "The head is " + heads.get(0).describe());
    }

    private RevisionNode chosen(@Nullable String name) {
        RevisionGraph graph = migrations.graph();
        if (name == null) {
            List<RevisionNode> heads = graph.heads();
            if (heads.size() != 1) {
                throw new GoalException(
                        heads.isEmpty()
                                ? "There is nothing to discard: there are no migrations"
                                : "There are " + heads.size() + " heads, "
                                        + String.join(
                                                " and ",
                                                heads.stream()
                                                        .map(RevisionNode::describe)
                                                        .toList())
                                        + ": name one with -Dalbedo.revision="
                                        + heads.get(0).id());
            }
            return heads.get(0);
        }
        Set<String> ids = new Identifiers(graph, Set.of()).resolve(name);
        if (ids.size() != 1) {
            throw new GoalException("\"" + name + "\" is "
                    + (ids.isEmpty() ? "not a revision" : "the name of several revisions: " + String.join(", ", ids))
                    + "; name one");
        }
        return graph.revision(ids.iterator().next());
    }

    private Path source(RevisionNode node) {
        Path source = sources.of(node)
                .orElseThrow(() -> new GoalException("The source of " + node.className() + " is not in "
                        + sources.directory() + ": run the goal in the module that contains it, or set"
                        + " albedo.sourceDirectory"));
        Optional<RevisionNode> neighbour = migrations.graph().ordered().stream()
                .filter(other -> !other.equals(node))
                .filter(other -> sources.of(other).equals(Optional.of(source)))
                .findFirst();
        if (neighbour.isPresent()) {
            throw new GoalException(source + " has " + neighbour.get().describe() + " as well as " + node.describe()
                    + ": delete the class by hand. Nothing was deleted");
        }
        return source;
    }

    private void requireLast(RevisionNode node) {
        migrations.graph().ordered().stream()
                .filter(other ->
                        migrations.graph().ancestorsAndSelf(Set.of(other.id())).contains(node.id()))
                .filter(other -> !other.equals(node))
                .findFirst()
                .ifPresent(other -> {
                    throw new GoalException(other.describe() + " builds on " + node.describe()
                            + ": discard that first, or change its parent. Nothing was deleted");
                });
    }

    private void requireNotApplied(String id, String words) {
        if (history.get().stream().anyMatch(row -> row.id().equals(id))) {
            throw new GoalException(words + " is applied in the database: roll it back with mvn albedo:rollback"
                    + " first."
                    + " Nothing was deleted");
        }
    }

    private List<RevisionNode> without(RevisionNode node) {
        List<RevisionNode> rest = new ArrayList<>(migrations.graph().ordered());
        rest.remove(node);
        return rest;
    }

    /** Without the places that only the deleted migration created, as far as the schema can be replayed. */
    private KeptOrigins within(MigrationSource rest, KeptOrigins origins) {
        try {
            SchemaReplay replay = new SchemaReplay(rest);
            Schema schema = replay.schema();
            return replay.unknown().isEmpty() ? origins.within(schema) : origins;
        } catch (RunException e) {
            return origins; // a place that does not exist is no evidence of anything
        }
    }

    /** Deletes the classes and writes the lists that the compiler's next run would write. */
    private void forget(RevisionNode node, RevisionGraph rest) throws IOException {
        Path type = classOutput.resolve(node.className().replace('.', '/') + ".class");
        String stem = type.getFileName().toString().replaceFirst("\\.class$", "");
        Path directory = type.getParent();
        if (directory != null && Files.isDirectory(directory)) {
            List<Path> classes;
            try (Stream<Path> all = Files.list(directory)) {
                classes = all.filter(file -> file.getFileName().toString().equals(stem + ".class")
                                || file.getFileName().toString().startsWith(stem + "$"))
                        .toList();
            }
            for (Path file : classes) {
                Files.delete(file);
            }
        }
        Path list = classOutput.resolve(MigrationsList.RESOURCE);
        if (Files.exists(list)) {
            List<RevisionNode> own = MigrationsList.read(Files.readString(list), list.toString()).stream()
                    .filter(other -> rest.find(other.id()).isPresent())
                    .toList();
            for (Map.Entry<String, String> text : MigrationLists.texts(own).entrySet()) {
                Path resource = classOutput.resolve(text.getKey());
                if (Files.exists(resource)) {
                    Files.writeString(resource, text.getValue(), StandardCharsets.UTF_8);
                }
            }
        }
    }
}
