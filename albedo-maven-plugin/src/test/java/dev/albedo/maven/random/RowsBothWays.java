package dev.albedo.maven.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.plan.BothWays;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.origin.Origins;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database with rows on the way from one model to another and back.
 *
 * <ul>
 *   <li>Nothing fails unless it was expected before the first statement, or a fill is missing.
 *   <li>Values are what they were, unless a mark says that they may be lost.
 *   <li>An application can insert into each table.
 * </ul>
 */
final class RowsBothWays {

    /** A check of the structure. */
    interface Check {
        void run(String when) throws Exception;
    }

    private final Connection connection;
    private final Dialect dialect;
    private final Tally tally;
    private final long seed;
    private final SchemaFilter filter;

    RowsBothWays(Connection connection, Dialect dialect, Tally tally, long seed, Set<String> schemas) {
        this.connection = connection;
        this.dialect = dialect;
        this.tally = tally;
        this.seed = seed;
        this.filter = new SchemaFilter(schemas, Set.of());
    }

    private Schema read() throws SQLException {
        return dialect.normalize(LiveSchema.read(connection, filter));
    }

    /**
     * Goes from a database that is as the model before says.
     *
     * @param there what must be true of the structure there
     * @param back what must be true of the structure when all is taken back
     */
    void run(ModelBinding.Answer before, ModelBinding.Answer after, String said, Check there, Check back)
            throws Exception {
        Schema start = read();
        new RandomRows(connection, dialect, start, before.origins(), seed).fill();
        Optional<Plan> found = BothWays.plan(
                connection,
                dialect,
                LiveSchema.read(connection, filter),
                snapshot(after),
                origins(before),
                Renames.parse(said));
        if (found.isEmpty()) {
            return;
        }
        Plan plan = found.get();
        tally.add(Tally.Event.CHANGE);
        tally.add(Tally.Event.OPERATION, plan.up().size() + plan.down().size());

        Way up = new Way(connection, dialect, tally, start, plan.wanted(), plan.up());
        up.run();
        Fates gone = up.fates();
        tally.add(Tally.Event.ROW_BEFORE, up.image().count());
        tally.add(Tally.Event.LOSS_MARKED, gone.marks());
        there.run(up.described().toString());
        assertThat(gone.lostInSilence()).as("deleted without a mark").isEmpty();
        Schema end = read();
        RowImage image = RowImage.of(connection, dialect, end);
        up.image().assertAmong("after " + up.described(), image, start, gone, false, Map.of(), tally);
        assertSameCounts(up.image(), image, start, gone, "after " + up.described());
        new RandomRows(connection, dialect, end, after.origins(), seed + 1).insert(tally);

        RowImage filled = RowImage.of(connection, dialect, end);
        Way down = new Way(connection, dialect, tally, end, start, plan.down());
        down.run();
        Fates returned = down.fates();
        tally.add(Tally.Event.LOSS_MARKED, returned.marks());
        List<String> steps = down.described();
        back.run(steps.toString());
        assertThat(returned.lostInSilence()).as("deleted without a mark").isEmpty();
        RowImage last = RowImage.of(connection, dialect, start);
        up.image()
                .assertAmong(
                        "after " + up.described() + " and back by " + steps,
                        last,
                        start,
                        gone.then(returned),
                        true,
                        down.missing(filled, returned),
                        tally);
        assertSameCounts(down.image(), last, end, returned, "after the way back by " + steps);
        new RandomRows(connection, dialect, start, before.origins(), seed + 2).insert(tally);
    }

    private static Snapshot snapshot(ModelBinding.Answer model) {
        return new Snapshot(
                model.schema(), origins(model), model.oldNames(), model.initialValues(), List.of(), model.madeBy(), "");
    }

    /** Both models have their classes in a package of their own, which the versions of an application do not. */
    private static Origins origins(ModelBinding.Answer model) {
        return Origins.parse(model.origins().lines().stream()
                .map(line -> line.replaceAll("oracle\\.\\w+\\.", "shop."))
                .toList());
    }

    private static void assertSameCounts(RowImage before, RowImage after, Schema schema, Fates fates, String when) {
        schema.tables()
                .keySet()
                .forEach(table -> fates.table(table)
                        .ifPresent(now -> assertThat(after.count(now))
                                .as("the number of rows of %s, then %s, %s", table, now, when)
                                .isEqualTo(before.count(table))));
    }
}
