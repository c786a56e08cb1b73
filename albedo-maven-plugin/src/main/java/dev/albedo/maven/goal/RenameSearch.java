package dev.albedo.maven.goal;

import dev.albedo.diff.Candidates;
import dev.albedo.diff.Evidence;
import dev.albedo.diff.Rename;
import dev.albedo.diff.Renames;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what was renamed between a database and the model: first what the user says, then what {@code @RenamedFrom}
 * says, then what the {@link Evidence} proves; what only looks like a rename is asked about. So nothing that may be a rename
 * becomes a drop and an add without somebody's word. Tables come before columns, since a column is sought in a table of one
 * name, and both before sequences and enum types, which are known by the columns that use them.
 */
final class RenameSearch {

    private final Renames said;
    private final SortedMap<Place, String> oldNames;
    private final Evidence start;
    private final Optional<Schema> created;
    private final Console console;
    private final Consumer<String> report;
    private Renames known;

    private RenameSearch(
            Renames said, Model model, Schema from, Schema to, Optional<Schema> created, Consumer<String> report) {
        this.said = said;
        this.oldNames = model.snapshot().oldNames();
        this.start = new Evidence(from, model.before(), to, model.snapshot().origins());
        this.created = created;
        this.console = model.console();
        this.report = report;
        this.known = said;
    }

    /**
     * All renames.
     *
     * @param said by the user
     * @param from the database
     * @param to what the model expects, in the same spelling
     * @param created what may be dropped, so that it matters whether it was renamed; or nothing if everything may be
     * @throws GoalException if it takes a person to tell and there is none, if things contradict each other, or if data would
     *     get lost although the model keeps it
     * @throws IllegalArgumentException if what the user says does not fit
     */
    static Renames find(Renames said, Model model, Schema from, Schema to, Optional<Schema> created) {
        RenameSearch search = new RenameSearch(said, model, from, to, created, model.console()::print);
        search.findCertain();
        if (!said.noOthers()) {
            search.refuseMoves();
            search.ask();
        }
        return search.known;
    }

    /** Those for which it takes nobody, without a word about them. */
    static Renames certain(Renames said, Model model, Schema from, Schema to) {
        RenameSearch search = new RenameSearch(said, model, from, to, Optional.empty(), line -> {});
        search.findCertain();
        return search.known;
    }

    private void findCertain() {
        known = said.ofTables(start.from());
        List<Rename> tables = certain(Place::isTable, Evidence::tables);
        known = said.and(tables);
        certain(Place::isColumn, Evidence::columns);
        certain(Place::isSequence, Evidence::sequences);
        certain(Place::isEnumType, Evidence::enumTypes);
    }

    /** What is known after the renames so far. */
    private Evidence now() {
        Evidence now = start;
        for (Rename rename : known.inOrder(start.from(), start.to())) {
            now = now.after(rename);
        }
        return now;
    }

    private List<Rename> certain(Predicate<Place> kind, Function<Evidence, List<Rename>> proven) {
        List<Rename> found = new ArrayList<>();
        SortedMap<Place, String> declarations = new TreeMap<>(oldNames);
        declarations.keySet().removeIf(kind.negate());
        while (true) {
            Evidence now = now();
            Optional<Rename> declared = DeclaredRenames.next(declarations, now.from(), now.to());
            List<Rename> next = declared.map(List::of).orElseGet(() -> now.certain(proven.apply(now)));
            if (next.isEmpty()) {
                return found;
            }
            for (Rename rename : next) {
                report.accept(rename.from() + " is renamed to " + rename.name() + ", because "
                        + declared.map(none -> "@RenamedFrom says so").orElseGet(() -> reason(now, rename)));
            }
            found.addAll(next);
            known = known.and(next);
        }
    }

    private static String reason(Evidence evidence, Rename rename) {
        if (rename.from().isEnumType()) {
            return "the same columns and values were of " + rename.from().lastName();
        }
        return String.join(", ", evidence.now().of(rename.to())) + " was "
                + rename.from().lastName();
    }

    private void refuseMoves() {
        List<Evidence.Move> moves = now().moves();
        if (!moves.isEmpty()) {
            throw new GoalException(
                    "The model keeps what a migration would have to drop, because it is in another table now, or under a name"
                            + " that something else had:"
                            + moves.stream()
                                    .map(move -> "\n    " + move.origin() + ": " + move.from() + " -> "
                                            + move.to().stream()
                                                    .map(Place::toString)
                                                    .collect(Collectors.joining(", ")))
                                    .collect(Collectors.joining())
                            + "\n  Albedo does not move rows. Write the migration by hand with mvn albedo:create-empty: make the new"
                            + " tables and columns, copy the rows with op.sql(\"insert into ... select ...\") or update, and drop the"
                            + " old ones last. If the data may be lost, run it again with "
                            + option(said, true));
        }
    }

    /** Asks until nothing is left that might be a rename. */
    private void ask() {
        List<Rename> refused = new ArrayList<>();
        for (Rename next = candidate(refused); next != null; next = candidate(refused)) {
            Optional<Boolean> answer = console.confirm("Was " + next.from() + " renamed to " + next.name()
                    + (next.from().isSequence() ? ", so that it counts on?" : ", so that its data stays?"));
            if (answer.isEmpty()) {
                throw unanswered(refused);
            }
            if (answer.get()) {
                known = known.and(List.of(next));
            } else {
                refused.add(next);
            }
        }
    }

    private @Nullable Rename candidate(List<Rename> refused) {
        Evidence now = now();
        SchemaDiff renaming = known.plan(start.from(), start.to());
        Optional<Schema> droppable = created.map(schema -> Comparison.renamed(schema, renaming));
        List<Rename> proven = Stream.of(now.tables(), now.columns(), now.sequences())
                .flatMap(renames -> now.single(renames).stream())
                .filter(rename -> !refused.contains(rename))
                .toList();
        return Stream.of(
                        proven,
                        Candidates.of(now.from(), now.to(), refused),
                        Candidates.ofSequences(renaming, now.from(), now.to(), refused).stream()
                                .filter(now::mayBeOne)
                                .toList())
                .flatMap(List::stream)
                .filter(rename -> droppable.isEmpty() || Origins.isIn(droppable.get(), rename.from()))
                .findFirst()
                .orElse(null);
    }

    /** Says all candidates as if each were a rename, since that of a table brings those of its columns with it. */
    private GoalException unanswered(List<Rename> refused) {
        StringBuilder lines = new StringBuilder();
        for (Rename next = candidate(refused); next != null; next = candidate(refused)) {
            lines.append("\n    ").append(next.from()).append(" -> ").append(next.name());
            known = known.and(List.of(next));
        }
        return new GoalException(
                "These may be renames, or different things of which one is dropped with its data:" + lines
                        + "\n  If they are renames, run it again with " + option(known, false)
                        + "\n  If they are different things, with " + option(said, true)
                        + "; if only some are, leave those out and write none at the end");
    }

    private static String option(Renames renames, boolean noOthers) {
        String text = renames.toString();
        String all = !noOthers ? text : text.isEmpty() ? "none" : text + ",none";
        return "-Dalbedo.renames=\"" + all.replaceAll("[\"$`\\\\]", "\\\\$0") + "\"";
    }
}
