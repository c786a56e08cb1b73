package dev.albedo.run;

import dev.albedo.dialect.Statement;
import dev.albedo.dialect.StoredData;
import dev.albedo.diff.rename.Rename;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.revision.RevisionNode;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Column;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data that a rollback deletes, counted before it begins.
 *
 * <p>An empty table, a column without a value and an attribute without one lose nothing, so they need no consent. Rows may still come between the count
 * and the drop: the drop then locks the table first and fails if it has any.
 *
 * @param all in the order in which it happens
 * @param missing why rows have no value that the rollback needs, a sentence each
 */
record Deletions(List<Deletion> all, List<String> missing) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE_FOR_ALL = Duration.ofSeconds(15);

    /**
     * The data that a step deletes, or may delete.
     *
     * @param what in words that {@link Operation.AllowDataLoss} takes
     * @param place where it is when the step comes; {@code null} if it cannot be counted
     * @param attributes of the composite type of that column of which it is; empty if it is all of it
     * @param stored how much it is; {@code null} if it cannot be counted
     * @param said whether the migration acknowledges it
     */
    record Deletion(
            RevisionNode revision,
            int step,
            String what,
            @Nullable Place place,
            List<String> attributes,
            @Nullable StoredData stored,
            boolean said) {

        boolean isNone() {
            return stored != null && stored.none();
        }

        String describe() {
            return stored == null ? what : what + (attributes.isEmpty() ? "" : " in " + place) + ", " + stored.words();
        }
    }

    /** Counts what these revisions delete, from the database as it is before the first of them. */
    static Deletions of(List<Work> works, Session session) throws SQLException {
        Search search = new Search(session);
        for (Work work : works) {
            search.add(work);
        }
        return new Deletions(List.copyOf(search.found), List.copyOf(search.missing));
    }

    /** What needs consent and has none. */
    List<Deletion> unacknowledged() {
        return all.stream()
                .filter(deletion -> !deletion.isNone() && !deletion.said())
                .toList();
    }

    /** The same work, which stops before it drops what has got data since it was counted. */
    Work guarded(Work work, Session session) {
        List<Deletion> here = all.stream()
                .filter(deletion -> deletion.revision().equals(work.revision()))
                .toList();
        return work.with(
                work.steps().stream().map(step -> guarded(step, here, session)).toList(),
                here.stream()
                        .filter(deletion -> !deletion.isNone())
                        .map(Deletion::describe)
                        .toList());
    }

    private static Step guarded(Step step, List<Deletion> deletions, Session session) {
        List<String> empty = deletions.stream()
                .filter(deletion -> deletion.step() == step.number() && deletion.isNone() && !deletion.said())
                .flatMap(deletion -> Stream.ofNullable(deletion.place())
                        .flatMap(place -> required(place, deletion.attributes(), session).stream()))
                .distinct()
                .toList();
        if (empty.isEmpty() || step.statement() == null || !step.transactional()) {
            return step;
        }
        String sql = Stream.concat(empty.stream(), Stream.of(step.statement().sql()))
                .collect(Collectors.joining(JdbcSink.BETWEEN_STATEMENTS));
        return new Step(step.number(), step.operation(), Statement.of(sql));
    }

    private static List<String> required(Place place, List<String> attributes, Session session) {
        return attributes.isEmpty()
                ? session.dialect.requireNothingStored(place)
                : session.dialect.requireNothingStored(place, attributes);
    }

    /** Follows names back to what they are before the run. */
    private static final class Search {

        private final Session session;
        private final List<Deletion> found = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<Rename> renames = new ArrayList<>();
        private final Set<Place> made = new HashSet<>();
        private final Set<Place> dropped = new HashSet<>();
        private final long deadline = System.nanoTime() + PATIENCE_FOR_ALL.toNanos();

        Search(Session session) {
            this.session = session;
        }

        void add(Work work) throws SQLException {
            Set<String> lost = new HashSet<>(Readiness.lost(work.operations()));
            Set<String> unsaid = new HashSet<>(Readiness.unacknowledged(work.operations()));
            for (Operation operation : work.operations()) {
                Optional<Step> step = work.steps().stream()
                        .filter(each -> each.operation() == operation)
                        .findFirst();
                if (step.isPresent()) {
                    Optional<String> what = DataLoss.of(operation).filter(lost::contains);
                    if (what.isPresent()) {
                        add(work.revision(), step.get(), what.get(), !unsaid.contains(what.get()));
                    }
                    if (operation instanceof Operation.Backfill fill && fill.value() == null && isMissed(fill)) {
                        missing.add(Admission.missing(work.revision(), fill));
                    }
                    follow(operation);
                }
            }
        }

        /** Whether rows that are there now will need the value. */
        private boolean isMissed(Operation.Backfill fill) throws SQLException {
            Place table = Place.of(fill.table());
            Place column = Place.of(fill.table(), fill.column());
            if (made.contains(table)
                    || session.dialect
                            .stored(session.connection, before(table), patience())
                            .none()) {
                return false;
            }
            return made.contains(column)
                    ? fill.where() == null // else only the rows of then can tell
                    : session.dialect.lacks(session.connection, before(column), fill.where(), patience());
        }

        private void add(RevisionNode revision, Step step, String what, boolean said) throws SQLException {
            if (step.operation() instanceof Operation.AlterComposite alter) {
                add(revision, step, what, said, alter);
                return;
            }
            @Nullable Place place = place(step.operation());
            if (place == null) {
                found.add(new Deletion(revision, step.number(), what, null, List.of(), null, said));
            } else if (!made.contains(place) && !made.contains(Place.of(place.name()))) {
                StoredData stored = session.dialect.stored(session.connection, before(place), patience());
                found.add(new Deletion(
                        revision, step.number(), what, stored.mayGrow() ? place : null, List.of(), stored, said));
            }
        }

        /** Of a composite type the values are in columns; a column that this run has dropped or made by then has none. */
        private void add(RevisionNode revision, Step step, String what, boolean said, Operation.AlterComposite alter)
                throws SQLException {
            List<String> lost = alter.from().attributes().stream()
                    .filter(attribute -> alter.to()
                            .attribute(attribute.name())
                            .filter(same -> same.type().equals(attribute.type()))
                            .isEmpty())
                    .map(Column::name)
                    .toList();
            for (Map.Entry<Place, Boolean> column : session.dialect
                    .columnsOf(session.connection, alter.from().name())
                    .entrySet()) {
                Place place = now(column.getKey());
                if (!dropped.contains(place) && !dropped.contains(Place.of(place.name()))) {
                    List<String> attributes = column.getValue() ? lost : List.of();
                    StoredData stored = attributes.isEmpty()
                            ? session.dialect.stored(session.connection, column.getKey(), patience())
                            : session.dialect.stored(session.connection, column.getKey(), attributes, patience());
                    found.add(new Deletion(revision, step.number(), what, place, attributes, stored, said));
                }
            }
        }

        private Place now(Place before) {
            Place place = before;
            for (Rename rename : renames) {
                place = rename.moved(place);
            }
            return place;
        }

        private Duration patience() {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        }

        private Place before(Place place) {
            Place before = place;
            for (int i = renames.size() - 1; i >= 0; i--) {
                before = renames.get(i).reverse().moved(before);
            }
            return before;
        }

        private static @Nullable Place place(Operation operation) {
            if (operation instanceof Operation.DropTable drop) {
                return Place.of(drop.name());
            } else if (operation instanceof Operation.DropColumn drop) {
                return Place.of(drop.table(), drop.name());
            } else if (operation instanceof Operation.AlterColumn alter) {
                return Place.of(alter.table(), alter.from().name());
            }
            return operation instanceof Operation.DropSequence drop ? Place.ofSequence(drop.name()) : null;
        }

        private void follow(Operation operation) {
            Rename.of(operation).ifPresent(renames::add);
            if (operation instanceof Operation.Creation) {
                Stream.ofNullable(place(operation.reverse())).forEach(made::add);
            } else if (operation instanceof Operation.DropTable || operation instanceof Operation.DropColumn) {
                Stream.ofNullable(place(operation)).forEach(dropped::add);
            }
        }
    }
}
