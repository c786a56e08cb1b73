package dev.albedo.diff.rename;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the renames that were said in an order in which none takes a name that is still in use. */
final class RenamePlan {

    /** What something is called for a moment while names go round. */
    private static final String BETWEEN = "albedo_between";

    private final Schema to;
    private final List<Rename> renames = new ArrayList<>();
    private final Map<QualifiedName, QualifiedName> newNames = new HashMap<>();
    private Schema current;

    RenamePlan(Schema from, Schema to) {
        this.current = from;
        this.to = to;
    }

    /** The renames so far, each with the name that the thing has when its turn comes. */
    List<Rename> renames() {
        return renames;
    }

    /** Renames tables, sequences and enum types. */
    void wholes(List<Renames.Said> said) {
        inFreeOrder(said, this::whole);
    }

    /** Renames columns, after their tables. */
    void columns(List<Renames.Said> said) {
        inFreeOrder(said, this::column);
    }

    /**
     * The last one of a row goes first. In a circle there is no last one, so one of it steps aside.
     *
     * @param resolution what it is that was said, as it is called now
     */
    private void inFreeOrder(List<Renames.Said> said, Function<Renames.Said, Rename> resolution) {
        List<Renames.Said> waiting = new ArrayList<>(said);
        while (!waiting.isEmpty()) {
            List<Rename> resolved = waiting.stream().map(resolution).toList();
            Set<Place> leaving = new HashSet<>();
            resolved.forEach(rename -> leaving.add(rename.from()));
            OptionalInt next =
                    first(resolved.size(), i -> isFree(resolved.get(i).to()));
            if (next.isEmpty()) {
                next = first(
                        resolved.size(), i -> !leaving.contains(resolved.get(i).to()));
            }
            if (next.isPresent()) {
                Rename rename = resolved.get(next.getAsInt());
                check(waiting.remove(next.getAsInt()).said(), rename);
                add(rename);
            } else {
                Rename aside = new Rename(resolved.get(0).from(), between(resolved.get(0)));
                waiting.set(0, waiting.get(0).by(aside.name()));
                add(aside);
            }
        }
    }

    private static OptionalInt first(int size, IntPredicate which) {
        return IntStream.range(0, size).filter(which).findFirst();
    }

    private Rename whole(Renames.Said said) {
        QualifiedName name = said.asWhole();
        return new Rename(
                Stream.of(Place.ofSequence(name), Place.ofEnumType(name))
                        .filter(place -> Origins.isIn(current, place))
                        .findFirst()
                        .orElse(Place.of(name)),
                said.to());
    }

    private Rename column(Renames.Said said) {
        return new Rename(Place.of(table(said.tableOfColumn()), said.last()), said.to());
    }

    /** The present name of a table that is named by its old or new name. */
    private QualifiedName table(QualifiedName name) {
        return current.table(name).isPresent() ? name : newNames.getOrDefault(name, name);
    }

    private boolean isFree(Place place) {
        return place.isColumn()
                ? !Origins.isIn(current, place)
                : !current.tables().containsKey(place.name())
                        && !current.sequences().containsKey(place.name())
                        && !current.enums().containsKey(place.name())
                        && !current.composites().containsKey(place.name());
    }

    private String between(Rename rename) {
        String name = BETWEEN;
        for (int i = 2; !isFree(rename.from().sibling(name)); i++) {
            name = BETWEEN + i;
        }
        return name;
    }

    private void check(String said, Rename rename) {
        String kind = rename.from().describeKind();
        Renames.require(
                Origins.isIn(current, rename.from()),
                said,
                "does not fit: there is no " + kind + " " + rename.from()
                        + " in the schema that is compared with the model");
        Renames.require(
                Origins.isIn(to, rename.to()), said, "does not fit: the model has no " + kind + " " + rename.to());
        Renames.require(
                isFree(rename.to()),
                said,
                rename.from().isColumn()
                        ? "does not fit: there is a column " + rename.to() + " already"
                        : "does not fit: the name " + rename.to() + " is in use already");
        if (rename.from().isTable()) {
            newNames.put(rename.from().name(), rename.to().name());
        }
    }

    private void add(Rename rename) {
        renames.add(rename);
        current = rename.applyTo(current);
    }
}
