package dev.albedo.maven.goal.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The form of the JSON that has a schema: laid out for people too, with every key, also where nothing is known. */
public final class JsonText {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private JsonText() {}

    /** Returns an object that begins with the format of what a goal says: goes up if a key goes or means something else. */
    public static JsonObject root() {
        JsonObject root = new JsonObject();
        root.addProperty("format", 1);
        return root;
    }

    /** The text of what a goal says. */
    public static String of(JsonElement json) {
        return GSON.toJson(json);
    }
}
