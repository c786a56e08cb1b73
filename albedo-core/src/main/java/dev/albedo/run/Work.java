package dev.albedo.run;

import dev.albedo.Migration;
import dev.albedo.Revision;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Statement;
import dev.albedo.operation.IrreversibleException;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.safety.loss.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision in one direction, recorded and ready to run.
 *
 * @param operations what the migration emits
 * @param steps what is done for them
 * @param meaning of its operations in this direction
 * @param divided whether each of its steps is recorded by itself, because its author said that it is not to be a
 *     transaction
 * @param baseline whether it describes tables that were there before Albedo
 * @param deletes what it deletes, in words
 */
public record Work(
        RevisionNode revision,
        Direction direction,
        List<Operation> operations,
        List<Step> steps,
        RevisionContent meaning,
        boolean divided,
        boolean baseline,
        List<String> deletes) {

    public Work {
        operations = List.copyOf(operations);
        steps = List.copyOf(steps);
        deletes = List.copyOf(deletes);
    }

    static Work record(MigrationSource source, RevisionNode revision, Direction direction, Dialect dialect) {
        Migration migration = source.load(revision);
        List<Operation> operations = operations(migration, revision, direction);
        // Read from the class, which is here anyway: nothing needs it before, and no list has to be written anew.
        @Nullable Revision declared = migration.getClass().getAnnotation(Revision.class);
        boolean divided = declared != null && !declared.transactional();
        try {
            List<Step> steps = steps(operations, dialect);
            return new Work(
                    revision,
                    direction,
                    operations,
                    divided ? steps.stream().map(Step::alone).toList() : steps,
                    meaning(revision, direction, operations),
                    divided,
                    declared != null && declared.baseline(),
                    Readiness.lost(operations));
        } catch (RuntimeException e) {
            throw new RunException(
                    "revision " + revision.describe() + " cannot be made into statements: " + e.getMessage(), e);
        }
    }

    /** What a revision means now in a direction. */
    static RevisionContent meaning(MigrationSource source, RevisionNode revision, Direction direction) {
        return meaning(revision, direction, operations(source, revision, direction));
    }

    private static RevisionContent meaning(RevisionNode revision, Direction direction, List<Operation> operations) {
        return RevisionContent.of(
                operations,
                direction == Direction.UP
                        ? revision.stepCode().up()
                        : revision.stepCode().down());
    }

    /** What a migration emits. */
    static List<Operation> operations(MigrationSource source, RevisionNode revision, Direction direction) {
        return operations(source.load(revision), revision, direction);
    }

    private static List<Operation> operations(Migration migration, RevisionNode revision, Direction direction) {
        List<Operation> operations = new ArrayList<>();
        try {
            if (direction == Direction.UP) {
                migration.up(operations::add);
            } else {
                migration.down(operations::add);
            }
        } catch (IrreversibleException e) {
            throw new RunException(
                    "revision " + revision.describe() + " cannot be taken back: " + e.getMessage()
                            + "; nothing was changed",
                    e);
        } catch (RuntimeException | LinkageError e) {
            throw new RunException(
                    (direction == Direction.UP ? "up()" : "down()") + " of revision " + revision.describe() + " fails: "
                            + e,
                    e);
        }
        return operations;
    }

    static List<Step> steps(List<Operation> operations, Dialect dialect) {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.RunStep) {
                steps.add(new Step(steps.size() + 1, operation, null));
            } else {
                for (Statement statement : dialect.statements(operation)) {
                    steps.add(new Step(steps.size() + 1, operation, statement));
                }
            }
        }
        return steps;
    }

    /** Whether it can be one transaction, and is meant to be. */
    boolean transactional() {
        return !divided && steps.stream().allMatch(Step::transactional);
    }

    /** Why it cannot be one transaction, as a clause; nothing if it can. */
    Optional<String> whyDivided() {
        if (transactional()) {
            return Optional.empty();
        }
        return Optional.of(steps.stream()
                .filter(step -> !step.transactional())
                .findFirst()
                .map(step -> "step " + step.number() + " of revision " + revision.describe() + " ("
                        + Secrets.words(step.operation()) + ") cannot be in a transaction")
                .orElseGet(() -> "revision " + revision.describe() + " is declared with transactional = false"));
    }

    String checksum() {
        return meaning.checksum();
    }

    /** What is left of it after its first steps. */
    Work after(int stepsDone) {
        return with(steps.subList(stepsDone, steps.size()), deletes);
    }

    /** The same revision with other statements, and other words for what it deletes. */
    Work with(List<Step> changed, List<String> deleted) {
        return new Work(revision, direction, operations, changed, meaning, divided, baseline, deleted);
    }
}
