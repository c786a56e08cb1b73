package dev.albedo.maven.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.albedo.maven.goal.report.JsonText;
import dev.albedo.revision.RevisionNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Revisions for programs. What they can rely on is the JSON Schema in {@value #SCHEMA} of the plugin; keys are only ever
 * added.
 *
 * @param view where the revisions are
 * @param database the URL of the database that was asked, without a password
 */
public record RevisionsJson(GraphView view, Optional<String> database) {

    /** The resource with the JSON Schema. */
    public static final String SCHEMA = "dev/albedo/maven/revisions.schema.json";

    /** Revisions in this order. */
    public String of(List<RevisionNode> nodes) {
        JsonArray revisions = new JsonArray();
        nodes.forEach(node -> revisions.add(revision(node)));
        return document(revisions);
    }

    /** Revisions with what they do. */
    public String shown(List<Show> shown) {
        JsonArray revisions = new JsonArray();
        shown.forEach(show -> {
            JsonObject revision = revision(show.node());
            revision.addProperty("file", show.file().map(Object::toString).orElse(null));
            revision.add("up", texts(show.up()));
            revision.add("down", texts(show.down()));
            revision.addProperty("reversible", show.irreversible().isEmpty());
            revisions.add(revision);
        });
        return document(revisions);
    }

    private String document(JsonArray revisions) {
        JsonObject root = JsonText.root();
        root.addProperty("database", database.orElse(null));
        root.add("revisions", revisions);
        return JsonText.of(root);
    }

    private JsonObject revision(RevisionNode node) {
        JsonObject revision = new JsonObject();
        revision.addProperty("id", node.id());
        revision.addProperty("name", node.simpleName());
        revision.addProperty("class", node.className());
        revision.add("parents", texts(node.parents()));
        revision.add("children", texts(view.graph().children(node.id())));
        revision.add("dependsOn", texts(node.dependsOn()));
        revision.add("labels", texts(node.labels()));
        revision.add("branches", texts(view.branches().labels(node.id())));
        revision.addProperty("created", node.created().isEmpty() ? null : node.created());
        revision.addProperty("head", view.isHead(node));
        revision.addProperty("state", view.state(node).name().toLowerCase(Locale.ROOT));
        revision.addProperty("current", view.isCurrent(node));
        return revision;
    }

    private static JsonArray texts(Collection<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
