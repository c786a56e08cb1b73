package dev.albedo.maven.goal.report;

import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.Unmanaged;

/** Lists what Hibernate would create for a model and Albedo does not manage. */
public final class UnmanagedReport {

    private UnmanagedReport() {}

    /** Prints each with what Hibernate would run; nothing if there is none. */
    public static void print(Snapshot model, Console console) {
        if (model.unmanaged().isEmpty()) {
            return;
        }
        console.warn("Not managed by Albedo; write it with op.sql(...) in a migration. Hibernate would run:");
        for (Unmanaged object : model.unmanaged()) {
            console.warn("  " + object);
        }
    }
}
