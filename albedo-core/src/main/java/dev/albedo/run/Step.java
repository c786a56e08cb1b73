package dev.albedo.run;

import dev.albedo.data.Batches;
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

    /**
     * The statement of a step that is SQL.
     *
     * @throws IllegalStateException if it is a step in Java
     */
    Statement required() {
        if (statement == null) {
            throw new IllegalStateException(this + " is not SQL");
        }
        return statement;
    }

    /** The SQL of {@link #required}. */
    String sql() {
        return required().sql();
    }

    /** Whether it inserts at least so many rows. */
    boolean insertsAtLeast(int least) {
        return statement != null
                && statement.rows() != null
                && statement.rows().rows().size() >= least;
    }

    /** Whether it runs inside a transaction. */
    public boolean transactional() {
        return statement == null || statement.transactional();
    }

    /**
     * Whether it is SQL outside of a transaction of which only its author knows what it does: when a run is killed while
     * the server is at it, nobody else can tell whether it happened.
     */
    boolean isOnlyKnownToAuthor() {
        return operation instanceof Operation.RunSql && !transactional();
    }

    /** The same in a revision that is not to be a transaction: the author's SQL is sent by itself. */
    Step alone() {
        return statement != null && operation instanceof Operation.RunSql
                ? new Step(number, operation, new Statement(statement.sql(), false))
                : this;
    }

    /** How it goes if it goes batch by batch, each in a transaction of its own; else {@code null}. */
    @Nullable
    Batches batches() {
        return operation instanceof Operation.Backfill fill ? fill.batches() : null;
    }

    /** In what kind of transaction it runs, in words; nothing if it is one with its neighbours. */
    public String isolation() {
        Batches batches = batches();
        return batches != null
                ? "in batches of " + batches.size() + " by " + String.join(", ", batches.key())
                        + ", each a transaction of its own"
                : transactional() ? "" : "outside of a transaction";
    }
}
