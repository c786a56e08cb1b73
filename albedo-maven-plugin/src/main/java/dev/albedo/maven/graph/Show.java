package dev.albedo.maven.graph;

import dev.albedo.Operations;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.IrreversibleException;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is known of one revision.
 *
 * @param node the revision
 * @param file its source, if it is one of this module
 * @param up what it does, in words
 * @param down what takes it back, in words; nothing if it cannot be taken back
 * @param irreversible why it cannot be taken back, or empty
 */
public record Show(RevisionNode node, Optional<Path> file, List<String> up, List<String> down, String irreversible) {

    /**
     * Reads a revision.
     *
     * @throws GoalException if its code fails
     */
    public static Show of(RevisionNode node, MigrationSource migrations, Optional<Path> file) {
        var migration = migrations.load(node);
        List<String> up = words(node, "up", migration::up);
        try {
            return new Show(node, file, up, words(node, "down", migration::down), "");
        } catch (IrreversibleException e) {
            return new Show(node, file, up, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> words(RevisionNode node, String method, Consumer<Operations> body) {
        List<Operation> operations = new ArrayList<>();
        try {
            body.accept(operations::add);
        } catch (IrreversibleException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new GoalException(method + "() of revision " + node.describe() + " fails: " + e, e);
        }
        return operations.stream().map(Secrets::words).toList();
    }

    /** For people. */
    public void print(GraphView view, Console console) {
        console.print(console.strong(node.id()) + "  " + node.simpleName() + view.marked(node));
        new Facts(view).of(node).forEach(fact -> console.print("  " + fact));
        file.ifPresent(path -> console.print("  file        " + path));
        print("up", up, "nothing", console);
        print("down", down, irreversible.isEmpty() ? "nothing" : "cannot be rolled back: " + irreversible, console);
    }

    private static void print(String title, List<String> lines, String none, Console console) {
        console.print("  " + title + (lines.isEmpty() ? "  " + none : ""));
        lines.forEach(line -> console.print("    " + line));
    }
}
