package dev.albedo.run;

import java.time.Duration;

/** Tells a listener how far something is, but not often. */
final class Ticker {

    /** How often. */
    static final Duration BETWEEN = Duration.ofSeconds(2);

    private final RunListener listener;
    private final Work work;
    private final String what;
    private final long start = System.nanoTime();
    private long told = start;
    private long rows;
    private long batches;

    Ticker(RunListener listener, Work work, String what) {
        this.listener = listener;
        this.work = work;
        this.what = what;
    }

    /** An earlier run has done so much. */
    void goesOn(long batchesBefore, long rowsBefore) {
        batches = batchesBefore;
        rows = rowsBefore;
    }

    /** There are more rows. */
    void rows(long more) {
        rows += more;
        long now = System.nanoTime();
        if (now - told >= BETWEEN.toNanos()) {
            told = now;
            listener.progress(new Progress(
                    work.direction(), work.revision(), what, rows, batches, Duration.ofNanos(now - start)));
        }
    }

    /** There is one more batch, with these rows. */
    void batch(long more) {
        batches++;
        rows(more);
    }
}
