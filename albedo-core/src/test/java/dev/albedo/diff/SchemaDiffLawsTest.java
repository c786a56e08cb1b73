package dev.albedo.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.operation.Operation;
import dev.albedo.safety.SafePlan;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.Everything;
import dev.albedo.testing.RandomSchemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is true of every difference, over random pairs of schemas. */
class SchemaDiffLawsTest {

    private static final int SEEDS = 500;
    private static final List<RandomSchemas.Pair> PAIRS =
            IntStream.range(0, SEEDS).mapToObj(RandomSchemas::pair).toList();

    @Test
    void appliedToTheOneItLeavesNothingToTheOther() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSchemas.Pair pair = PAIRS.get(seed);
            SchemaDiff diff = SchemaDiffer.diff(pair.from(), pair.to());

            Schema reached = diff.applyTo(pair.from());

            assertThat(SchemaDiffer.diff(reached, pair.to()).operations())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void reversedItLeadsBack() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSchemas.Pair pair = PAIRS.get(seed);
            SchemaDiff diff = SchemaDiffer.diff(pair.from(), pair.to());

            Schema back = diff.reverse().applyTo(pair.to());

            assertThat(SchemaDiffer.diff(back, pair.from()).operations())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(diff.reverse().reverse()).as("seed %d", seed).isEqualTo(diff);
        }
    }

    @Test
    void eachStepLeadsFromOneValidSchemaToAnotherBothWays() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSchemas.Pair pair = PAIRS.get(seed);
            SchemaDiff diff = SchemaDiffer.diff(pair.from(), pair.to());

            walk("seed " + seed, pair.from(), diff);
            walk("seed " + seed + " back", diff.applyTo(pair.from()), diff.reverse());
            walk("seed " + seed + " safely", pair.from(), safe(diff, pair.from()));
            walk("seed " + seed + " safely back", pair.to(), safe(diff.reverse(), pair.to()));
        }
    }

    private static void walk(String name, Schema start, SchemaDiff diff) {
        Schema current = start;
        assertThat(StepRules.unusableValues(diff))
                .as(name + "\n" + listed(diff))
                .isEmpty();
        for (Operation operation : diff.operations()) {
            String at = name + ", at " + operation.describe() + ", in\n" + listed(diff);
            assertThat(StepRules.inTheWay(current, operation)).as(at).isEmpty();
            current = operation.applyTo(current);
            assertThat(RandomSchemas.isValid(current)).as(at).isTrue();
        }
    }

    private static String listed(SchemaDiff diff) {
        return diff.operations().stream().map(Operation::describe).collect(Collectors.joining("\n"));
    }

    @Test
    void madeSafeItLeadsToTheSame() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSchemas.Pair pair = PAIRS.get(seed);
            SchemaDiff diff = SchemaDiffer.diff(pair.from(), pair.to());
            SchemaDiff up = safe(diff, pair.from());
            SchemaDiff down = safe(diff.reverse(), pair.to());

            assertThat(SchemaDiffer.diff(up.applyTo(pair.from()), pair.to()).operations())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(SchemaDiffer.diff(down.applyTo(pair.to()), pair.from()).operations())
                    .as("seed %d back", seed)
                    .isEmpty();
            Schema back = up.reverse().applyTo(up.applyTo(pair.from()));
            assertThat(SchemaDiffer.diff(back, pair.from()).operations())
                    .as("seed %d reversed", seed)
                    .isEmpty();
        }
    }

    private static SchemaDiff safe(SchemaDiff diff, Schema from) {
        return SafePlan.of(diff, from, InitialValues.NONE, new PostgresDialect(18));
    }

    @Test
    void theRandomPairsHaveEveryKindOfChange() {
        Map<Class<?>, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSchemas.Pair pair = PAIRS.get(seed);
            SchemaDiffer.diff(pair.from(), pair.to())
                    .operations()
                    .forEach(operation -> counts.merge(operation.getClass(), 1, Integer::sum));
        }
        List<Class<?>> never = List.of(
                Operation.Backfill.class,
                Operation.BackfillColumns.class,
                Operation.BulkInsert.class,
                Operation.Expect.class,
                Operation.ExpectUnique.class,
                Operation.AdvanceNumbers.class,
                Operation.AllowDataLoss.class,
                Operation.RunSql.class,
                Operation.Custom.class,
                Operation.RunStep.class,
                Operation.RenameTable.class,
                Operation.RenameColumn.class,
                Operation.RenameSequence.class,
                Operation.RenameEnum.class);
        assertThat(Everything.kinds(Operation.class))
                .filteredOn(kind -> !never.contains(kind))
                .allSatisfy(kind -> assertThat(counts).containsKey(kind));
    }

    @Test
    void fromNothingToEverythingAndBack() {
        SchemaDiff diff = SchemaDiffer.diff(Schema.EMPTY, Everything.SCHEMA);

        assertThat(diff.applyTo(Schema.EMPTY)).isEqualTo(Everything.SCHEMA);
        assertThat(diff.reverse().applyTo(Everything.SCHEMA)).isEqualTo(Schema.EMPTY);
        assertThat(SchemaDiffer.diff(Everything.SCHEMA, Everything.SCHEMA).isEmpty())
                .isTrue();
        assertThat(SchemaDiffer.diff(Everything.SCHEMA, Schema.EMPTY).applyTo(Everything.SCHEMA))
                .isEqualTo(Schema.EMPTY);
    }
}
