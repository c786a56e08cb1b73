package dev.albedo.snapshot;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model expects of a database, as the processor found it.
 *
 * @param schema what the model expects; names that nobody chose are missing in it
 * @param origins which class and attribute each table and column comes from, as far as that is known
 * @param oldNames what {@code @RenamedFrom} says that tables and columns were called before
 * @param initialValues what new objects have in its columns
 * @param unmanaged what Hibernate would create beside the schema
 * @param madeBy what it was made with, for people and for the check whether it is still current: the version of
 *     Hibernate, the dialect, the naming strategies
 * @param fingerprint of everything that went into it; equal fingerprints mean an equal snapshot
 */
public record Snapshot(
        Schema schema,
        Origins origins,
        SortedMap<Place, String> oldNames,
        InitialValues initialValues,
        List<Unmanaged> unmanaged,
        SortedMap<String, String> madeBy,
        String fingerprint) {

    /** What {@link #madeBy} calls the setting {@code hibernate.jdbc.time_zone}. */
    public static final String TIME_ZONE = "jdbc.timeZone";

    /** Where it is found in a class output or jar. */
    public static final String RESOURCE = "META-INF/albedo/schema.json";

    /**
     * Returns where the snapshot of a persistence unit is found.
     *
     * @param unit its name, or {@code null} if the project has only one
     */
    public static String resource(@Nullable String unit) {
        return unit == null
                ? RESOURCE
                : "META-INF/albedo/schema-" + URLEncoder.encode(unit, StandardCharsets.UTF_8) + ".json";
    }

    /** Returns the same of a part of the schema. */
    public Snapshot schema(Schema part) {
        TreeMap<Place, String> known = new TreeMap<>(oldNames);
        known.keySet().removeIf(place -> !Origins.isIn(part, place));
        return new Snapshot(part, origins.within(part), known, initialValues, unmanaged, madeBy, fingerprint);
    }

    /** The time zone in which the application reads and writes what has none, if its settings name one. */
    public Optional<ZoneId> timeZone() {
        return Optional.ofNullable(madeBy.get(TIME_ZONE)).map(ZoneId::of);
    }
}
