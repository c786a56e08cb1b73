package dev.albedo.maven.goal.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.albedo.run.EditedRevision;
import java.util.List;

/** Says which applied revisions were edited, and what is different about them. */
public final class EditReport {

    public static final String NEXT =
            "Restore the revision and write the change as a new one; or, if the database matches the edited"
                    + " revision, accept it with mvn albedo:repair";

    private EditReport() {}

    /** For people: what was applied after minus signs, what it is now after plus signs. */
    public static void print(List<EditedRevision> edited, Console console) {
        for (EditedRevision each : edited) {
            console.print("  " + console.strong(each.revision().id()) + "  "
                    + each.revision().simpleName());
            each.difference().forEach(line -> console.print("    " + line));
        }
    }

    /** For a message: the same in one text. */
    public static String text(List<EditedRevision> edited) {
        StringBuilder text = new StringBuilder();
        for (EditedRevision each : edited) {
            text.append("\n  ").append(each.revision().describe());
            each.difference().forEach(line -> text.append("\n    ").append(line));
        }
        return text.toString();
    }

    /** For programs: each with the difference, line by line. */
    public static JsonArray json(List<EditedRevision> edited) {
        JsonArray array = new JsonArray();
        for (EditedRevision each : edited) {
            JsonObject object = new JsonObject();
            object.addProperty("id", each.revision().id());
            object.addProperty("name", each.revision().simpleName());
            JsonArray difference = new JsonArray();
            each.difference().forEach(difference::add);
            object.add("difference", difference);
            array.add(object);
        }
        return array;
    }
}
