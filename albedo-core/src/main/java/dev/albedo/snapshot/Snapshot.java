package dev.albedo.snapshot;

import dev.albedo.schema.Schema;
import java.util.SortedMap;

/**
 * What a model expects of a database, as the processor found it.
 *
 * @param schema what the model expects; names that nobody chose are missing in it
 * @param initialValues what new objects have in its columns
 * @param madeBy what it was made with, for people and for the check whether it is still current: the version of
 *     Hibernate, the dialect, the naming strategies
 * @param fingerprint of everything that went into it; equal fingerprints mean an equal snapshot
 */
public record Snapshot(
        Schema schema, InitialValues initialValues, SortedMap<String, String> madeBy, String fingerprint) {

    /** Where it is found in a class output or jar. */
    public static final String RESOURCE = "META-INF/albedo/schema.json";
}
