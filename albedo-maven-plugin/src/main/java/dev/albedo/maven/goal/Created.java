package dev.albedo.maven.goal;

import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the project's migrations created, and so may be dropped when the model does not know it any more.
 *
 * @param schema what they created, or nothing if anything may be dropped, whoever created it
 * @param console is told what stays
 */
public record Created(Optional<Schema> schema, Console console) {

    private static final int SHOWN = 10;

    /** By no one in particular: anything may be dropped. */
    public static Created byAnyone(Console console) {
        return new Created(Optional.empty(), console);
    }

    /** By migrations. If they cannot be replayed, that is said and nothing is taken for theirs. */
    public static Created by(MigrationSource migrations, Console console) {
        Schema schema = Schema.EMPTY;
        try {
            schema = new SchemaReplay(migrations).schema();
        } catch (RunException e) {
            console.warn(
                    "It is not known what the migrations created, so nothing is dropped that the model does not know: "
                            + e.getMessage() + ". Say what SQL does: op.sql(\"...\", effect -> ...)");
        }
        return new Created(Optional.of(schema), console);
    }

    /** The schemas they created. */
    public Set<String> schemas() {
        return schema.map(Schema::schemas).map(Set::copyOf).orElse(Set.of());
    }

    /** Says what stays as it is, in one line. */
    void sayLeftAlone(List<String> leftAlone) {
        if (!leftAlone.isEmpty()) {
            int more = leftAlone.size() - SHOWN;
            console.print("Left alone, known neither to the model nor to the migrations: "
                    + String.join(", ", leftAlone.subList(0, Math.min(SHOWN, leftAlone.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
