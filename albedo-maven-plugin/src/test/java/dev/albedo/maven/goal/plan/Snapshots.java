package dev.albedo.maven.goal.plan;

import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.util.List;
import java.util.TreeMap;

/** Snapshots of models of which nothing is known but their schema. */
public final class Snapshots {

    /** Finds no rename. */
    public static final Comparison.Search NO_SEARCH = (said, there, wanted, created, mover) -> said;

    private Snapshots() {}

    /** A snapshot. */
    public static Snapshot of(Schema schema) {
        return of(schema, Origins.NONE, InitialValues.NONE);
    }

    /** A snapshot of which only the origins matter. */
    public static Snapshot of(Origins origins) {
        return of(Schema.EMPTY, origins, InitialValues.NONE);
    }

    /** A snapshot with the values of columns. */
    public static Snapshot of(Schema schema, Origins origins, InitialValues values) {
        return new Snapshot(schema, origins, new TreeMap<>(), values, List.of(), new TreeMap<>(), "");
    }
}
