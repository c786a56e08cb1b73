package dev.albedo.maven.goal;

import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.util.List;
import java.util.TreeMap;

/** Snapshots of models of which nothing is known but their schema. */
public final class Snapshots {

    /** Finds no rename. */
    static final Comparison.Search NO_SEARCH = (said, there, wanted, created, mover) -> said;

    private Snapshots() {}

    /** A snapshot. */
    public static Snapshot of(Schema schema) {
        return new Snapshot(schema, Origins.NONE, new TreeMap<>(), InitialValues.NONE, List.of(), new TreeMap<>(), "");
    }
}
