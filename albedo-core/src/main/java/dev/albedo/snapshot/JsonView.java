package dev.albedo.snapshot;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object; what is not there and has no default is an error that names it.
 *
 * @param json the object
 */
record JsonView(JsonObject json) {

    Set<String> keys() {
        return json.keySet();
    }

    boolean has(String key) {
        return json.has(key);
    }

    JsonElement element(String key) {
        JsonElement element = json.get(key);
        if (element == null) {
            throw new SnapshotException("\"" + key + "\" is missing in " + shortened(), null);
        }
        return element;
    }

    private String shortened() {
        String text = json.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    String text(String key) {
        return element(key).getAsString();
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    boolean is(String key) {
        return has(key) && element(key).getAsBoolean();
    }

    long number(String key, long defaultValue) {
        return has(key) ? element(key).getAsLong() : defaultValue;
    }

    @Nullable
    Long numberOrNull(String key) {
        return has(key) ? (Long) element(key).getAsLong() : null;
    }

    <E extends Enum<E>> E constant(String key, E defaultValue) {
        return has(key) ? Enum.valueOf(defaultValue.getDeclaringClass(), text(key)) : defaultValue;
    }

    @Nullable
    JsonView objectOrNull(String key) {
        return has(key) ? new JsonView(element(key).getAsJsonObject()) : null;
    }

    JsonView objectOrEmpty(String key) {
        JsonView object = objectOrNull(key);
        return object == null ? new JsonView(new JsonObject()) : object;
    }

    List<String> texts(String key) {
        return has(key)
                ? element(key).getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    <T> List<T> list(String key, Function<JsonView, T> read) {
        List<T> list = new ArrayList<>();
        if (has(key)) {
            for (JsonElement element : element(key).getAsJsonArray()) {
                list.add(read.apply(new JsonView(element.getAsJsonObject())));
            }
        }
        return list;
    }
}
