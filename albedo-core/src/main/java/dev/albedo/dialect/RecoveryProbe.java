package dev.albedo.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How a later run finds out what became of a statement outside of a transaction, when the run that sent it was killed.
 *
 * @param question a query that answers with one row of one text: {@link #BEFORE}, {@link #AFTER} or {@link #BROKEN}
 * @param cleanup a statement that makes broken to before; it runs outside of a transaction;
 *     {@code null} if nothing can be broken
 */
public record RecoveryProbe(String question, @Nullable String cleanup) {

    /** The answer if the statement has not happened. */
    public static final String BEFORE = "before";

    /** The answer if the statement has happened. */
    public static final String AFTER = "after";

    /** The answer if the statement has left something that is of no use, such as an INVALID index. */
    public static final String BROKEN = "broken";
}
