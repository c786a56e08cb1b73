package dev.albedo.maven.goal;

import dev.albedo.diff.UnmanagedAttributes;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Attributes of the database that a plan must leave as they are.
 *
 * @param stated what the migrations created, as it is called after the plan; nothing if every attribute is compared
 * @param attributes those that neither the model nor the migrations state, in words
 */
public record Kept(Optional<Schema> stated, List<String> attributes) {

    /** Every attribute is compared. */
    public static final Kept NOTHING = new Kept(Optional.empty(), List.of());

    public Kept {
        attributes = List.copyOf(attributes);
    }

    /** The unmanaged attributes of a database. */
    UnmanagedAttributes in(Schema database, Schema model) {
        return stated.map(schema -> UnmanagedAttributes.among(database, model, schema))
                .orElseGet(() -> new UnmanagedAttributes(database, List.of()));
    }
}
