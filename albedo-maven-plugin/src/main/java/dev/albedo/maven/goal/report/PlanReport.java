package dev.albedo.maven.goal.report;

import dev.albedo.run.Direction;
import dev.albedo.run.RefusedRunException;
import dev.albedo.run.Secrets;
import dev.albedo.run.Step;
import dev.albedo.run.Work;
import java.util.List;
import java.util.function.Supplier;

/** Shows what a run would do: each revision, what it deletes, and its SQL. */
public final class PlanReport {

    private PlanReport() {}

    /**
     * Makes a plan; one that is refused is printed first.
     *
     * @throws RefusedRunException if it is refused
     */
    public static List<Work> planned(Supplier<List<Work>> plan, Console console) {
        try {
            return plan.get();
        } catch (RefusedRunException e) {
            print(e.works(), console);
            throw e;
        }
    }

    public static void print(List<Work> works, Console console) {
        for (Work work : works) {
            String direction = work.direction() == Direction.UP ? "up    " : "down  ";
            console.print(direction + console.strong(work.revision().id()) + "  "
                    + work.revision().simpleName());
            work.deletes().forEach(lost -> console.warn("  " + console.danger("DELETES DATA: " + lost)));
            work.steps().forEach(step -> print(step, console));
        }
    }

    private static void print(Step step, Console console) {
        if (step.statement() == null) {
            console.print("  (Java) " + Secrets.words(step.operation()));
            return;
        }
        if (!step.isolation().isEmpty()) {
            console.print("  -- " + step.isolation() + ":");
        }
        String sql = Secrets.maskSql(step.statement().sql().strip());
        sql.lines().forEach(line -> console.print("  " + line));
        console.print("  ;");
    }
}
