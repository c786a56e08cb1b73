package dev.albedo.run;

import java.util.List;

/** Where the statements of a run go. */
public interface StatementSink {

    /**
     * Takes steps and what records them, as one transaction.
     *
     * @param steps one after the other in the work, all transactional, perhaps none
     * @param bookkeeping the statements that record them in the history table and its log
     */
    void transaction(Work work, List<Step> steps, List<String> bookkeeping);

    /** Takes a step that must be outside of any transaction. */
    void alone(Work work, Step step);
}
