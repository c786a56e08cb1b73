package dev.albedo.run;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a revision, or one step in Java.
 *
 * @param number its place in the revision, from 1
 * @param operation what it belongs to
 * @param statement the SQL, or {@code null} if the operation is a {@link Operation.RunStep}
 */
public record Step(
        int number, Operation operation, @Nullable Statement statement) {

    /** Whether it runs inside a transaction. */
    public boolean transactional() {
        return statement == null || statement.transactional();
    }
}
