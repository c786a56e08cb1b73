package dev.albedo.maven.goal;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins that the newest migration left, and the origins that each migration replaced or removed. So the origins can go
 * back with a migration that is deleted: otherwise a swap of two names, which no schema shows, would look as if it had been
 * done.
 *
 * @param origins after the newest migration
 * @param replaced the places of each migration, by its id, as they were before it; the newest last
 * @param unit the persistence unit whose migrations these are; empty if the project has only one
 */
record KeptOrigins(Origins origins, Map<String, Origins> replaced, String unit) {

    /** Before the first migration. */
    static final KeptOrigins NONE = new KeptOrigins(Origins.NONE, Map.of(), "");

    private static final String UNIT = "# persistence unit ";
    private static final Pattern REPLACED = Pattern.compile("# (\\S+) replaced (.+)");

    KeptOrigins {
        replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static KeptOrigins parse(List<String> lines) {
        List<String> current = new ArrayList<>();
        Map<String, List<String>> earlier = new LinkedHashMap<>();
        String unit = "";
        for (String line : lines) {
            Matcher replaced = REPLACED.matcher(line);
            if (replaced.matches()) {
                earlier.computeIfAbsent(replaced.group(1), id -> new ArrayList<>())
                        .add(replaced.group(2));
            } else if (line.startsWith(UNIT)) {
                unit = line.substring(UNIT.length()).strip();
            } else if (!line.startsWith("#") && !line.isBlank()) {
                current.add(line);
            }
        }
        Map<String, Origins> replaced = new LinkedHashMap<>();
        earlier.forEach((id, texts) -> replaced.put(id, Origins.parse(texts)));
        return new KeptOrigins(Origins.parse(current), replaced, unit);
    }

    /** The unit, the origins, then a line for each place that a migration changed: {@code # 8f3c replaced t.a = shop.T#a}. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(unit.isEmpty() ? List.of() : List.of(UNIT + unit));
        lines.addAll(origins.lines());
        replaced.forEach((id, before) -> before.lines().forEach(line -> lines.add("# " + id + " replaced " + line)));
        return lines;
    }

    /** The same after a migration. */
    KeptOrigins after(String id, Origins now) {
        TreeMap<Place, SortedSet<String>> changed = new TreeMap<>(origins.byPlace());
        changed.entrySet().removeIf(entry -> entry.getValue().equals(now.of(entry.getKey())));
        Map<String, Origins> all = new LinkedHashMap<>(replaced);
        if (!changed.isEmpty()) {
            all.put(id, new Origins(changed));
        }
        return new KeptOrigins(now, all, unit);
    }

    /** The same for a persistence unit, {@code null} if the project has only one. */
    KeptOrigins of(@Nullable String named) {
        return new KeptOrigins(origins, replaced, named == null ? "" : named);
    }

    /** The same with other origins, where no migration was written. */
    KeptOrigins with(Origins now) {
        return new KeptOrigins(now, replaced, unit);
    }

    /** The same before a migration; unchanged if that replaced nothing. */
    KeptOrigins without(String id) {
        Origins before = replaced.getOrDefault(id, Origins.NONE);
        Set<String> moved = new TreeSet<>();
        before.byPlace().values().forEach(moved::addAll);
        TreeMap<Place, SortedSet<String>> back = new TreeMap<>();
        origins.byPlace().forEach((place, now) -> {
            SortedSet<String> stay = new TreeSet<>(now);
            stay.removeAll(moved);
            if (!stay.isEmpty()) {
                back.put(place, stay);
            }
        });
        back.putAll(before.byPlace());
        Map<String, Origins> others = new LinkedHashMap<>(replaced);
        others.remove(id);
        return new KeptOrigins(new Origins(back), others, unit);
    }

    /** The migrations that replaced origins and are not in a graph, the newest first. */
    List<String> gone(RevisionGraph graph) {
        List<String> gone = new ArrayList<>(replaced.keySet());
        gone.removeIf(id -> graph.find(id).isPresent());
        Collections.reverse(gone);
        return gone;
    }

    /** Whether a migration gave a place to another origin, as in a swap, so that the schema may be the same without it. */
    boolean givesAway(String id) {
        return replaced.getOrDefault(id, Origins.NONE).byPlace().entrySet().stream()
                .anyMatch(entry -> !entry.getValue().containsAll(origins.of(entry.getKey())));
    }
}
