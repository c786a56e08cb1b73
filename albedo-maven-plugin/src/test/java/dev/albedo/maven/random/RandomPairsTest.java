package dev.albedo.maven.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.oracle.HibernateRelease;
import dev.albedo.maven.oracle.Model;
import dev.albedo.maven.random.Tally.Event;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomPairsTest {

    private static final int PAIRS = Integer.getInteger("albedo.pairs", 200);
    private static final long FIRST_SEED = Long.getLong("albedo.seed", 1);

    /** Pairs that are compiled together and share a class loader. */
    private static final int BATCH = 200;

    private static final int THREADS = 2;

    /** Failures that are made smaller, which takes about a minute each. */
    private static final int SHRUNK = 2;

    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Tally tally = new Tally();

    private record Failure(RandomPair pair, String reason) {

        @Override
        public String toString() {
            return "seed " + pair.seed() + ", Hibernate " + pair.hibernate() + ": " + reason + "\n" + pair.sources()
                    + "\n";
        }
    }

    @Test
    void fromEveryModelToEveryOtherAndBack() throws Exception {
        for (long first = FIRST_SEED; first < FIRST_SEED + PAIRS; first += BATCH) {
            runBatch(first, Math.min(first + BATCH, FIRST_SEED + PAIRS));
            System.out.printf("%d pairs, %d failed%n", Math.min(first + BATCH - FIRST_SEED, PAIRS), failures.size());
        }
        System.out.printf("%d pairs of models from seed %d: %s%n", PAIRS, FIRST_SEED, tally);
        assertThat(shrunk()).as("pairs that fail, of " + PAIRS).isEmpty();
        if (PAIRS >= BATCH) {
            assertNothingIsSkipped();
        }
    }

    /** Each of these kinds of event is frequent among the pairs, or rare. */
    private void assertNothingIsSkipped() {
        assertThat(tally.of(Event.PAIR)).isEqualTo(PAIRS);
        assertThat(tally.of(Event.CHANGE)).isGreaterThan(PAIRS * 6L / 10);
        assertThat(tally.of(Event.ROW_BEFORE)).isGreaterThan(PAIRS * 7L);
        assertThat(tally.of(Event.EXPECTATION_REFUSED)).isBetween(PAIRS / 20L, PAIRS * 2L);
        assertThat(tally.of(Event.FILL_SUPPLIED)).isBetween(PAIRS / 20L, PAIRS * 2L);
        assertThat(tally.of(Event.ROW_DELETED_BY_OPERATOR)).isLessThan(tally.of(Event.ROW_BEFORE) / 5);
        assertThat(tally.of(Event.TABLE_EMPTIED_BY_OPERATOR)).isLessThan(PAIRS / 10L);
        assertThat(tally.of(Event.UNFINISHED_MOVE_EMPTIED)).isLessThan(PAIRS * 3L / 10);
        assertThat(tally.of(Event.LOSS_MARKED)).isGreaterThan(PAIRS / 2L);
        assertThat(tally.of(Event.COLUMN_COMPARED)).isGreaterThan(PAIRS * 10L);
        assertThat(tally.of(Event.INSERT)).isGreaterThan(PAIRS * 3L);
        assertThat(tally.of(Event.NO_FREE_VALUE)).isLessThan(tally.of(Event.INSERT) / 10);
    }

    private void runBatch(long first, long end) throws IOException, InterruptedException, ExecutionException {
        Queue<RandomPair> pairs = new ConcurrentLinkedQueue<>(
                LongStream.range(first, end).mapToObj(RandomPair::of).toList());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (HibernateRelease newer = release("7.4", "random", pairs);
                HibernateRelease older = release("6.6", "random", pairs)) {
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

    private static HibernateRelease release(String version, String purpose, Collection<RandomPair> pairs)
            throws IOException {
        List<Model> models = pairs.stream()
                .filter(pair -> pair.hibernate().equals(version))
                .flatMap(pair -> Stream.of(pair.before(), pair.after()))
                .toList();
        return new HibernateRelease(version, purpose, models);
    }

    private void runAll(Queue<RandomPair> pairs, Map<String, HibernateRelease> releases) throws SQLException {
        try (TestDatabase actual = TestDatabases.create();
                TestDatabase expected = TestDatabases.create()) {
            PairRun run = new PairRun(actual, expected, tally);
            for (RandomPair pair = pairs.poll(); pair != null; pair = pairs.poll()) {
                RandomPair now = pair;
                run.failure(now, Objects.requireNonNull(releases.get(now.hibernate())))
                        .ifPresent(reason -> failures.add(new Failure(now, reason)));
            }
        }
    }

    /** All failures, the first ones as the smallest pair that fails in the same way. */
    private List<Failure> shrunk() throws Exception {
        List<Failure> sorted = failures.stream()
                .sorted(Comparator.comparing(failure -> failure.pair().seed()))
                .toList();
        sorted.forEach(System.out::println);
        List<Failure> shrunk = new ArrayList<>();
        for (Failure failure : sorted) {
            RandomPair pair = shrunk.size() < SHRUNK
                    ? Shrinking.of(failure.pair(), failure.reason(), RandomPairsTest::first)
                    : failure.pair();
            shrunk.add(new Failure(pair, failure.reason()));
        }
        return shrunk;
    }

    private static Optional<RandomPair> first(List<RandomPair> pairs, Predicate<String> failure) throws Exception {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        try (HibernateRelease release = release(pairs.get(0).hibernate(), "smaller", pairs);
                TestDatabase actual = TestDatabases.create();
                TestDatabase expected = TestDatabases.create()) {
            PairRun run = new PairRun(actual, expected, new Tally());
            return pairs.stream()
                    .filter(pair -> run.failure(pair, release).filter(failure).isPresent())
                    .findFirst();
        }
    }
}
