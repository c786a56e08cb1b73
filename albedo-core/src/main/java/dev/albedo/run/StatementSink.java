package dev.albedo.run;

import java.util.List;
import java.util.function.Function;

/** Where the statements of a run go. */
interface StatementSink {

    /**
     * Takes steps and what records them, as one transaction.
     *
     * @param steps one after the other in the work, all transactional, perhaps none
     * @param bookkeeping the statements that record them in the history table and its log
     */
    void transaction(Work work, List<Step> steps, List<String> bookkeeping);

    /**
     * Takes the next batch of a step, or all that are left, each in a transaction with what records where it ended.
     *
     * @param bookkeeping the statement for that
     * @return where the last one ended
     */
    BatchPosition batch(Work work, Step step, BatchPosition from, Function<BatchPosition, String> bookkeeping);

    /** Takes a step that must be outside of any transaction. */
    void alone(Work work, Step step);
}
