package dev.albedo;

import dev.albedo.operation.IrreversibleException;

/**
 * One step of a database's history. A class that implements this, carries {@link Revision} and has a public constructor
 * without parameters is found at compile time.
 *
 * <p>A migration does not touch a database itself: it emits operations, and the same class is recorded, replayed,
 * written as a script or run. It must emit the same operations each time.
 */
public interface Migration {

    /** Emits the operations that take the database from the parent revision to this one. */
    void up(Operations op);

    /**
     * Emits the operations that take the database back to the parent revision.
     *
     * @throws IrreversibleException if this migration cannot be taken back, which is what a migration without this
     *     method says
     */
    default void down(Operations op) {
        throw new IrreversibleException(getClass().getSimpleName() + " has no down(): it cannot be taken back");
    }
}
