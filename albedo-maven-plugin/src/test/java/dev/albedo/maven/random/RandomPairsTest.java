package dev.albedo.maven.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.Renames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.oracle.HibernateRelease;
import dev.albedo.maven.oracle.Model;
import dev.albedo.maven.oracle.Planning;
import dev.albedo.maven.oracle.Shape;
import dev.albedo.operation.Operation;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomPairsTest {

    private static final int PAIRS = Integer.getInteger("albedo.pairs", 200);
    private static final long FIRST_SEED = Long.getLong("albedo.seed", 1);

    /** Pairs that are compiled together and share a class loader. */
    private static final int BATCH = 200;

    private static final int THREADS = 2;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger withRows = new AtomicInteger();

    @Test
    void fromEveryModelToEveryOtherAndBack() throws Exception {
        for (long first = FIRST_SEED; first < FIRST_SEED + PAIRS; first += BATCH) {
            runBatch(first, Math.min(first + BATCH, FIRST_SEED + PAIRS));
            System.out.printf("%d pairs, %d failed%n", first + BATCH - FIRST_SEED, failures.size());
        }
        System.out.printf("%d pairs of models from seed %d, %d with rows%n", PAIRS, FIRST_SEED, withRows.get());
        assertThat(failures).as("pairs that fail, of " + PAIRS).isEmpty();
    }

    private void runBatch(long first, long end) throws IOException, InterruptedException, ExecutionException {
        Queue<RandomPair> pairs = new ConcurrentLinkedQueue<>(
                LongStream.range(first, end).mapToObj(RandomPair::of).toList());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (HibernateRelease newer = release("7.4", pairs);
                HibernateRelease older = release("6.6", pairs)) {
            Callable<Void> worker = () -> {
                runAll(pairs, Map.of(newer.version(), newer, older.version(), older));
                return null;
            };
            for (Future<Void> thread : threads.invokeAll(Collections.nCopies(THREADS, worker))) {
                thread.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static HibernateRelease release(String version, Collection<RandomPair> pairs) throws IOException {
        List<Model> models = pairs.stream()
                .filter(pair -> pair.hibernate().equals(version))
                .flatMap(pair -> Stream.of(pair.before(), pair.after()))
                .toList();
        return new HibernateRelease(version, "random", models);
    }

    private void runAll(Queue<RandomPair> pairs, Map<String, HibernateRelease> releases) throws SQLException {
        try (TestDatabase actual = TestDatabases.create();
                TestDatabase expected = TestDatabases.create()) {
            for (RandomPair pair = pairs.poll(); pair != null; pair = pairs.poll()) {
                try {
                    run(pair, Objects.requireNonNull(releases.get(pair.hibernate())), actual, expected);
                } catch (Exception | AssertionError e) {
                    failures.add("seed " + pair.seed() + ", Hibernate " + pair.hibernate() + ": " + reason(e) + "\n"
                            + pair.sources() + "\n");
                }
            }
        }
    }

    private static String reason(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private void run(RandomPair pair, HibernateRelease release, TestDatabase actual, TestDatabase expected)
            throws Exception {
        Planning before = planning(release, pair.before());
        Planning after = planning(release, pair.after());

        empty(actual);
        before.run(before.of(actual), actual);
        String start = dump(actual, pair.before());
        assertThat(start).as("the first model").isEqualTo(byHibernate(release, pair.before(), expected));
        assertNothingLeft("a second plan for the first model", before.of(actual));

        RandomRows rows = new RandomRows(pair);
        boolean filled = rows.survive();
        if (filled) {
            withRows.incrementAndGet();
            rows.insert(actual);
        }
        List<String> contents = rows.contents(actual, pair.from());

        SchemaDiff plan = after.of(actual, Renames.parse(pair.said()));
        String steps = described(plan).toString();
        after.run(plan, actual);
        assertThat(dump(actual, pair.after()))
                .as("the second model after " + steps)
                .isEqualTo(byHibernate(release, pair.after(), expected));
        assertNothingLeft("a second plan for the second model", after.of(actual));
        assertThat(rows.contents(actual, pair.to())).as("rows after " + steps).isEqualTo(contents);

        after.run(plan.reverse(), actual);
        assertThat(dump(actual, pair.before()))
                .as("after the way back from " + steps)
                .isEqualTo(start);
        assertNothingLeft("a plan after the way back", before.of(actual));
        assertThat(rows.contents(actual, pair.from()))
                .as("rows after the way back from " + steps)
                .isEqualTo(contents);
    }

    private static Planning planning(HibernateRelease release, Model model) throws Exception {
        ModelBinding.Answer answer = release.read(model);
        assertThat(answer.problems()).isEmpty();
        return Planning.of(answer.schema()).withSchemas(Set.copyOf(ModelGenerator.SCHEMAS));
    }

    private static String byHibernate(HibernateRelease release, Model model, TestDatabase database) throws Exception {
        empty(database);
        release.export(model, database);
        return dump(database, model);
    }

    /** Cheaper than a new database. */
    private static void empty(TestDatabase database) throws SQLException {
        String others = ModelGenerator.SCHEMAS.stream().collect(Collectors.joining("\", \"", "\"", "\""));
        database.execute("drop schema if exists public, " + others + " cascade", "create schema public");
    }

    /** With the names that the model chose; another name may stay on what the model does not name any more. */
    private static String dump(TestDatabase database, Model model) throws SQLException {
        return Shape.of(database, name -> model.source().contains("\"" + name + "\""));
    }

    private static List<String> described(SchemaDiff plan) {
        return plan.operations().stream().map(Operation::describe).toList();
    }

    private static void assertNothingLeft(String what, SchemaDiff plan) {
        assertThat(described(plan)).as(what).isEmpty();
    }
}
