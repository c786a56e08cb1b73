package dev.albedo.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.albedo.dialect.BatchStatements;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come that goes batch by batch.
 *
 * @param pass the time that it goes through its table, from 1
 * @param batches committed so far
 * @param rows changed by them
 * @param key where the last one ended, a text for each column of the key; empty at the beginning of a pass
 */
record BatchPosition(int pass, long batches, long rows, Map<String, String> key) {

    static final BatchPosition START = new BatchPosition(1, 0, 0, Map.of());

    BatchPosition {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    /** As it stands in the history; from the beginning if nothing does, or if another key led to it. */
    static BatchPosition read(@Nullable String json, List<String> columns) {
        if (json == null) {
            return START;
        }
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        Map<String, String> key = new LinkedHashMap<>();
        JsonElement kept = object.get("key");
        if (kept != null) {
            kept.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> key.put(entry.getKey(), entry.getValue().getAsString()));
        }
        boolean fits = key.isEmpty() || key.keySet().equals(Set.copyOf(columns));
        return new BatchPosition(
                fits ? object.get("pass").getAsInt() : 1,
                object.get("batches").getAsLong(),
                object.get("rows").getAsLong(),
                fits ? key : Map.of());
    }

    /** For the history. */
    String json() {
        JsonObject object = new JsonObject();
        object.addProperty("pass", pass);
        object.addProperty("batches", batches);
        object.addProperty("rows", rows);
        if (!key.isEmpty()) {
            JsonObject kept = new JsonObject();
            key.forEach(kept::addProperty);
            object.add("key", kept);
        }
        return object.toString();
    }

    /** Where the last batch ended, in the order of the columns; {@code null} at the beginning of a pass. */
    @Nullable
    List<String> from(List<String> columns) {
        return key.isEmpty()
                ? null
                : columns.stream().map(column -> key.getOrDefault(column, "")).toList();
    }

    /** After one more batch. */
    BatchPosition after(Map<String, String> end, long more) {
        return new BatchPosition(pass, batches + 1, rows + more, end);
    }

    /** After all batches of a pass. */
    BatchPosition nextPass() {
        return new BatchPosition(pass + 1, batches, rows, Map.of());
    }

    boolean finished() {
        return pass > BatchStatements.PASSES;
    }

    /** In words, as the beginning of a sentence. */
    String describe() {
        return rows + (rows == 1 ? " row in " : " rows in ") + batches + (batches == 1 ? " batch" : " batches");
    }
}
