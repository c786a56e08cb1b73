package dev.albedo.maven.goal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.albedo.maven.goal.project.Heads;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.EditReport;
import dev.albedo.maven.goal.report.JsonText;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision;
import dev.albedo.run.Status;
import java.util.List;

/**
 * Says where a database stands.
 *
 * @param database its URL, without a password
 */
public record StatusReport(Status status, String database) {

    /** As JSON, one object; keys are only ever added. */
    public String json() {
        JsonObject root = JsonText.root();
        root.addProperty("database", database);
        root.addProperty("atHead", status.atHead());
        root.add("current", nodes(status.current()));
        root.add("heads", nodes(status.heads()));
        root.add("pending", nodes(status.pending()));
        root.add("edited", EditReport.json(status.edited()));
        root.add("unknown", rows(status.unknown()));
        root.add("unfinished", rows(status.unfinished()));
        root.addProperty("refusal", status.refusal().orElse(null));
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(root);
    }

    private static JsonArray nodes(List<RevisionNode> nodes) {
        JsonArray array = new JsonArray();
        nodes.forEach(node -> array.add(revision(node.id(), node.simpleName())));
        return array;
    }

    private static JsonArray rows(List<AppliedRevision> rows) {
        JsonArray array = new JsonArray();
        rows.forEach(row -> array.add(revision(row.id(), row.name())));
        return array;
    }

    private static JsonObject revision(String id, String name) {
        JsonObject object = new JsonObject();
        object.addProperty("id", id);
        object.addProperty("name", name);
        return object;
    }

    /** For people. */
    public void print(Console console) {
        console.print("Database  " + database);
        console.print("Current   " + line(status.current(), "nothing is applied", console));
        console.print("Head      " + line(status.heads(), "there are no migrations yet", console));
        list("Pending", status.pending(), console);
        if (!status.edited().isEmpty()) {
            console.print("Edited after they were applied:");
            EditReport.print(status.edited(), console);
        }
        listRows("Applied, but not in this project", status.unknown(), console);
        listRows("Interrupted", status.unfinished(), console);
        console.print(next());
    }

    private String next() {
        if (!status.unknown().isEmpty()) {
            return "Get the version of the project that has "
                    + status.unknown().get(0).id() + " first";
        }
        if (!status.edited().isEmpty()) {
            return EditReport.NEXT;
        }
        if (status.heads().size() > 1) {
            return Heads.several(status.heads());
        }
        if (status.refusal().isPresent()) {
            return "mvn albedo:migrate would be refused: " + status.refusal().get();
        }
        if (!status.pending().isEmpty() || !status.unfinished().isEmpty()) {
            return "mvn albedo:migrate applies the pending revisions";
        }
        return status.heads().isEmpty()
                ? "mvn albedo:create -Dname=... writes the first migration"
                : "The database is at head";
    }

    private static String line(List<RevisionNode> nodes, String none, Console console) {
        return nodes.isEmpty()
                ? none
                : String.join(
                        ", ",
                        nodes.stream()
                                .map(node -> console.strong(node.id()) + "  " + node.simpleName())
                                .toList());
    }

    private static void list(String title, List<RevisionNode> nodes, Console console) {
        if (!nodes.isEmpty()) {
            console.print(title + ":");
            nodes.forEach(node -> console.print("  " + console.strong(node.id()) + "  " + node.simpleName()));
        }
    }

    private static void listRows(String title, List<AppliedRevision> rows, Console console) {
        if (!rows.isEmpty()) {
            console.print(title + ":");
            rows.forEach(row -> console.print("  " + console.danger(row.id()) + "  " + row.name()));
        }
    }
}
