package dev.albedo.maven.goal.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.albedo.maven.goal.report.JsonText;
import dev.albedo.operation.Subject;
import java.util.List;
import java.util.Optional;

/**
 * A plan for programs. What they can rely on is the JSON Schema in {@value #SCHEMA} of the plugin; keys are only ever added.
 */
public final class PlanJson {

    /** The resource with the JSON Schema. */
    public static final String SCHEMA = "dev/albedo/maven/diff.schema.json";

    private PlanJson() {}

    /** One object, the operations in the order in which they are run. */
    public static String of(Optional<Plan> plan) {
        List<ReviewedOperation> planned = plan.map(Plan::planned).orElse(List.of());
        JsonObject root = JsonText.root();
        root.addProperty("different", !planned.isEmpty());
        root.addProperty(
                "deletesData",
                planned.stream().anyMatch(each -> each.deletesData().isPresent()));
        JsonArray operations = new JsonArray();
        planned.forEach(each -> operations.add(operation(each)));
        root.add("operations", operations);
        return JsonText.of(root);
    }

    private static JsonObject operation(ReviewedOperation planned) {
        Subject subject = planned.operation().subject();
        JsonObject object = new JsonObject();
        object.addProperty("kind", kind(planned));
        object.addProperty("words", planned.operation().describe());
        object.addProperty("schema", subject.schema());
        object.addProperty("table", subject.table());
        object.addProperty("name", subject.name());
        object.addProperty("deletesData", planned.deletesData().orElse(null));
        object.addProperty("proposedUsing", planned.proposed().orElse(null));
        object.addProperty("fillIn", planned.fillIn().orElse(null));
        if (!planned.notes().isEmpty()) {
            JsonArray notes = new JsonArray();
            planned.notes().forEach(notes::add);
            object.add("notes", notes);
        }
        return object;
    }

    /** As the vocabulary calls it, which is closed. */
    private static String kind(ReviewedOperation planned) {
        String name = planned.operation().getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
