package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import dev.albedo.tenant.TenantListener;
import dev.albedo.tenant.TenantRun;
import dev.albedo.tenant.TenantRun.Outcome;
import dev.albedo.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a goal on every tenant, and says in the end what became of them. */
public final class TenantRuns {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private final Function<TenantListener, Tenants> tenants;
    private final Console console;

    /**
     * A goal.
     *
     * @param tenants makes the run, which tells a listener
     */
    public TenantRuns(Function<TenantListener, Tenants> tenants, Console console) {
        this.tenants = tenants;
        this.console = console;
    }

    /**
     * Does the same for each.
     *
     * @throws GoalException if a tenant fails, after all have had their turn
     */
    public void run(Function<Migrator, List<RevisionNode>> work) {
        List<TenantRun> runs =
                tenants.apply(new Progress(console, Clock.systemUTC())).run(work);
        List<TenantRun> failed =
                runs.stream().filter(run -> run.outcome() == Outcome.FAILED).toList();
        console.print(count(runs.size(), "tenant") + ": " + summary(runs));
        failed.forEach(run -> console.warn("  " + console.danger(run.tenant()) + "  " + run.reason()));
        if (!failed.isEmpty()) {
            throw new GoalException(count(failed.size(), "tenant") + " of " + runs.size() + " failed: "
                    + failed.stream().map(TenantRun::tenant).limit(10).collect(Collectors.joining(", "))
                    + (failed.size() > 10 ? ", ..." : "")
                    + ". Correct the causes and run the goal again; it skips tenants that are up to date");
        }
    }

    /** How many had how much to do. */
    private static String summary(List<TenantRun> runs) {
        Map<Integer, Long> byRevisions = new TreeMap<>(runs.stream()
                .filter(run -> run.outcome() == Outcome.DONE)
                .collect(Collectors.groupingBy(run -> run.done().size(), Collectors.counting())));
        String done = byRevisions.entrySet().stream()
                .map(entry -> number(entry.getValue()) + " with "
                        + (entry.getKey() == 0 ? "nothing to do" : count(entry.getKey(), "revision")))
                .collect(Collectors.joining(", "));
        String others = List.of(Outcome.FAILED, Outcome.SKIPPED).stream()
                .map(outcome -> Map.entry(
                        outcome,
                        runs.stream().filter(run -> run.outcome() == outcome).count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        number(entry.getValue()) + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return done + (done.isEmpty() || others.isEmpty() ? "" : ", ") + others;
    }

    private static String count(long count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A line now and then. */
    private static final class Progress implements TenantListener {

        private final Console console;
        private final Clock clock;
        private Instant last;
        private int failed;

        Progress(Console console, Clock clock) {
            this.console = console;
            this.clock = clock;
            this.last = clock.instant();
        }

        @Override
        public void finished(TenantRun run, int finished, int all) {
            if (run.outcome() == Outcome.FAILED) {
                failed++;
            }
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(BETWEEN_REPORTS) >= 0 && finished < all) {
                last = now;
                console.print("  " + number(finished) + " of " + count(all, "tenant")
                        + (failed == 0 ? "" : ", " + number(failed) + " failed"));
            }
        }
    }
}
