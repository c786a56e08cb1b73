package dev.albedo.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a backfill that goes batch by batch, in the order of its key. They go twice through the table: rows
 * inserted or changed meanwhile at a place that was behind are filled the second time.
 */
public interface BatchStatements {

    /** How often batches go through the table. */
    int PASSES = 2;

    /** Returns a query for the column of the key that may be NULL, if one may. */
    String unfit();

    /** Returns why a column of the key does not do. */
    String unfit(String keyColumn);

    /**
     * Returns a query for the end of the next batch, as texts in the order of the key; no row if nothing is left to fill.
     *
     * @param from where the batch before it ended; {@code null} to begin with the first row
     */
    String end(@Nullable List<String> from);

    /** Returns the statement that fills the rows of a batch. */
    String update(@Nullable List<String> from, List<String> to);

    /**
     * Returns a statement that does all batches, each in a transaction of its own, and resumes where the history says that
     * one ended; so it must not be in a transaction.
     *
     * @param condition does nothing if this is false
     * @param history the table, as SQL names it
     * @param row a condition: the row of the revision
     */
    String block(String condition, String history, String row);
}
