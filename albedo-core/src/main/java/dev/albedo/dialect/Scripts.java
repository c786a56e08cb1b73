package dev.albedo.dialect;

import java.util.List;
import java.util.Set;

/** The SQL of a script that decides on its own what it does. */
public interface Scripts {

    /** Returns how a script is run, as a sentence of its head. */
    String howToRun(boolean hasConditionalStatements);

    /** Returns the statement that begins a transaction. */
    String begin();

    /** Returns the statement that ends a transaction. */
    String commit();

    /** Returns the statement that sets, for the transaction, what casts and literals depend on, as a run does. */
    String fixSettings();

    /** Returns {@link #fixSettings} as a line for {@link #when}. */
    String fixSettingsLine();

    /** Returns the statement that does so for the session; {@link #putSettingsBack} restores what the session had. */
    String fixSessionSettings();

    /** Returns the statement that restores what the session had. */
    String putSettingsBack();

    /** Returns a statement that stops a script if a condition is true. */
    String stopIf(String condition, String message);

    /**
     * Returns a statement that does things if a condition is true, as one transaction.
     *
     * @param lines {@link #execute}, {@link #raise}, comments, statements that need not wait for others to be done to be
     *     understood, with their semicolon
     */
    String when(String condition, List<String> lines);

    /** Returns a line that runs any statement, which is looked at only then. */
    String execute(String sql);

    /** Returns a line that stops a script if a condition is true. */
    String raise(String condition, String message);

    /** Returns text that runs a statement that must be alone if a condition is true, with its end. */
    String aloneIf(String sql, String condition);

    /** Returns the condition that the answer to the question about what became of a statement is this one. */
    String answers(Statement statement, String answer);

    /** Returns a list of texts for {@code IN}; of at least one. */
    String list(Set<String> texts);
}
