package dev.albedo.maven.goal;

import dev.albedo.diff.Renames;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.util.Optional;

/**
 * What is expected, and what is known of its past.
 *
 * @param snapshot of the model
 * @param before where things came from when the newest migration was written
 * @param console asks what only a person can tell
 */
record Model(Snapshot snapshot, Origins before, Console console) implements Comparison.Search {

    Schema schema() {
        return snapshot.schema();
    }

    /** Says which declared renames have been done in a schema. */
    void sayDone(Schema there) {
        DeclaredRenames.done(snapshot.oldNames(), there).forEach(console::print);
    }

    @Override
    public Renames find(Renames said, Schema there, Schema wanted, Optional<Schema> created) {
        return RenameSearch.find(said, this, there, wanted, created);
    }
}
