package dev.albedo.maven.goal.origins;

import dev.albedo.format.FileFormat;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param meanings what rows mean after the newest migration
 * @param moved those of the columns for which a migration changed them, as they were before it, by its id
 */
public record KeptOrigins(
        Origins origins,
        Map<String, Origins> replaced,
        String unit,
        RowMeanings meanings,
        Map<String, RowMeanings> moved) {

    /** Before the first migration. */
    public static final KeptOrigins NONE = new KeptOrigins(Origins.NONE, Map.of(), "", RowMeanings.NONE, Map.of());

    static final FileFormat FORMAT = new FileFormat(1);

    private static final String UNIT = "# persistence unit ";
    private static final Pattern REPLACED = Pattern.compile("# (\\S+) replaced (.+)");

    /** Comments for versions of Albedo that do not know them. */
    private static final Pattern MEANING =
            Pattern.compile("# (" + String.join("|", RowMeanings.KINDS) + ") (?:before (\\S+): )?(.+)");

    public KeptOrigins {
        replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
        moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static KeptOrigins parse(List<String> lines) {
        List<String> current = new ArrayList<>();
        Map<String, List<String>> earlier = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> told = new LinkedHashMap<>();
        String unit = "";
        for (String line : lines) {
            Matcher replaced = REPLACED.matcher(line);
            Matcher meaning = MEANING.matcher(line);
            if (meaning.matches()) {
                told.computeIfAbsent(meaning.group(2) == null ? "" : meaning.group(2), id -> new LinkedHashMap<>())
                        .computeIfAbsent(meaning.group(1), kind -> new ArrayList<>())
                        .add(meaning.group(3));
            } else if (replaced.matches()) {
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
        Map<String, RowMeanings> moved = new LinkedHashMap<>();
        told.forEach((id, texts) -> moved.put(id, RowMeanings.parse(texts)));
        RowMeanings present = moved.remove("");
        return new KeptOrigins(
                Origins.parse(current), replaced, unit, present == null ? RowMeanings.NONE : present, moved);
    }

    /**
     * The format, the unit, the origins, a line for each place that a migration changed: {@code # 8f3c replaced t.a = shop.T#a}, and the
     * constants of enums: {@code # constants t.kind = 0 NEW, 1 OLD} and {@code # constants before 8f3c: t.kind = 0 NEW}; the same
     * of classes that share a table: {@code # class shop.Car: vehicle.dtype = 'Car'}, and of nullable columns of primitive
     * attributes: {@code # primitive room.seats}.
     */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(FORMAT.line()));
        if (!unit.isEmpty()) {
            lines.add(UNIT + unit);
        }
        lines.addAll(origins.lines());
        replaced.forEach((id, before) -> before.lines().forEach(line -> lines.add("# " + id + " replaced " + line)));
        Map<String, List<String>> present = meanings.lines();
        Map<String, Map<String, List<String>>> before = new LinkedHashMap<>();
        moved.forEach((id, known) -> before.put(id, known.lines()));
        present.forEach((kind, known) -> {
            known.forEach(line -> lines.add("# " + kind + " " + line));
            before.forEach((id, kinds) -> Objects.requireNonNull(kinds.get(kind))
                    .forEach(line -> lines.add("# " + kind + " before " + id + ": " + line)));
        });
        return lines;
    }

    /** The same after a migration that leads to a model. */
    public KeptOrigins after(String id, Snapshot model) {
        Origins now = model.origins();
        RowMeanings later = RowMeanings.of(model);
        Map<String, RowMeanings> allMoved = new LinkedHashMap<>(moved);
        RowMeanings old = meanings.changed(later, place -> !origins.of(place).isEmpty());
        if (!old.isEmpty()) {
            allMoved.put(id, old);
        }
        TreeMap<Place, SortedSet<String>> changed = new TreeMap<>(origins.byPlace());
        changed.entrySet().removeIf(entry -> entry.getValue().equals(now.of(entry.getKey())));
        Map<String, Origins> all = new LinkedHashMap<>(replaced);
        if (!changed.isEmpty()) {
            all.put(id, new Origins(changed));
        }
        return new KeptOrigins(now, all, unit, later, allMoved);
    }

    /** The same for a persistence unit, {@code null} if the project has only one. */
    public KeptOrigins of(@Nullable String named) {
        return new KeptOrigins(origins, replaced, named == null ? "" : named, meanings, moved);
    }

    /** The same for a model for which no migration was written. */
    public KeptOrigins with(Snapshot model) {
        return new KeptOrigins(model.origins(), replaced, unit, RowMeanings.of(model), moved);
    }

    /** The same for what is in a schema. */
    public KeptOrigins within(Schema schema) {
        return new KeptOrigins(origins.within(schema), replaced, unit, meanings.within(schema), moved);
    }

    /** The same before a migration; unchanged if that replaced nothing. */
    public KeptOrigins without(String id) {
        Origins before = replaced.getOrDefault(id, Origins.NONE);
        Set<String> given = new TreeSet<>();
        before.byPlace().values().forEach(given::addAll);
        TreeMap<Place, SortedSet<String>> back = new TreeMap<>();
        origins.byPlace().forEach((place, now) -> {
            SortedSet<String> stay = new TreeSet<>(now);
            stay.removeAll(given);
            if (!stay.isEmpty()) {
                back.put(place, stay);
            }
        });
        back.putAll(before.byPlace());
        Map<String, Origins> others = new LinkedHashMap<>(replaced);
        others.remove(id);
        Map<String, RowMeanings> othersMoved = new LinkedHashMap<>(moved);
        othersMoved.remove(id);
        return new KeptOrigins(
                new Origins(back), others, unit, meanings.with(moved.getOrDefault(id, RowMeanings.NONE)), othersMoved);
    }

    /** The migrations that replaced origins and are not in a graph, the newest first. */
    public List<String> gone(RevisionGraph graph) {
        Set<String> ids = new LinkedHashSet<>(replaced.keySet());
        ids.addAll(moved.keySet());
        List<String> gone = new ArrayList<>(ids);
        gone.removeIf(id -> graph.find(id).isPresent());
        Collections.reverse(gone);
        return gone;
    }

    /**
     * Whether a migration gave a place to another origin, as in a swap, or a number to another constant, so that the schema may
     * be the same without it.
     */
    boolean givesAway(String id) {
        return replaced.getOrDefault(id, Origins.NONE).byPlace().entrySet().stream()
                        .anyMatch(entry -> !entry.getValue().containsAll(origins.of(entry.getKey())))
                || !moved.getOrDefault(id, RowMeanings.NONE).areAmong(meanings);
    }
}
