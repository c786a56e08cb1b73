package dev.albedo.maven.goal;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.List;

/**
 * What a new migration will do, and what for.
 *
 * @param start the database before it
 * @param model what is expected after it
 * @param up its operations
 * @param down those that take it back
 */
record Plan(Schema start, Schema model, List<Operation> up, List<Operation> down) {

    Plan {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }
}
