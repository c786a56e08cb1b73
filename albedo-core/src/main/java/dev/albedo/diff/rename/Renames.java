package dev.albedo.diff.rename;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user says was renamed, because two schemas alone cannot tell a rename from a drop and an add. Said as text:
 * {@code customer->client, client.mail->email}. A table, sequence or enum type may be named with its schema, a column
 * is named with its table, by the table's old name or its new one, and where tables exchange their names by the new one; quotes as in
 * {@link QualifiedName#parse}. Names may follow each other and be exchanged: {@code t.a->b, t.b->a}. Nothing behind the arrow,
 * {@code customer.note->}, says that this one thing was not renamed, so that it may be dropped. The word {@code none} among
 * them says so of everything that only looks like something else.
 */
public final class Renames {

    /** No rename. */
    public static final Renames NONE = new Renames(List.of(), List.of(), false);

    private static final String NO_OTHERS = "none";

    private static final String UNANSWERED = "?";

    private final List<Said> renames;
    private final List<Said> dropped;
    private final boolean noOthers;

    private Renames(List<Said> renames, List<Said> dropped, boolean noOthers) {
        this.renames = renames;
        this.dropped = dropped;
        this.noOthers = noOthers;
    }

    /**
     * A rename as it was said.
     *
     * @param said for messages
     * @param from one to three parts: a table or sequence, one in a schema or a column of a table, a column of a table in a
     *     schema
     * @param to the new name; empty for what was not renamed
     */
    record Said(String said, List<String> from, String to) {
        String last() {
            return from.get(from.size() - 1);
        }

        QualifiedName asWhole() {
            return name(from);
        }

        QualifiedName tableOfColumn() {
            return name(from.subList(0, from.size() - 1));
        }

        /** The same of what has another name for a moment. */
        Said by(String name) {
            List<String> parts = new ArrayList<>(from);
            parts.set(parts.size() - 1, name);
            return new Said(said, List.copyOf(parts), to);
        }

        private static QualifiedName name(List<String> parts) {
            return parts.size() == 1 ? QualifiedName.of(parts.get(0)) : new QualifiedName(parts.get(0), parts.get(1));
        }
    }

    /**
     * Reads renames from text; blank text is no rename.
     *
     * @throws IllegalArgumentException if it is not of the form {@code old->new, table.old->new}
     */
    public static Renames parse(String text) {
        List<Said> renames = new ArrayList<>();
        List<Said> dropped = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        boolean noOthers = false;
        for (String said : split(text, ",")) {
            if (said.equals(NO_OTHERS)) {
                noOthers = true;
            } else if (!said.isEmpty()) {
                Said rename = rename(said);
                require(seen.add(rename.from()), said, "renames something that an earlier rename renames already");
                (rename.to().isEmpty() ? dropped : renames).add(rename);
            }
        }
        return new Renames(List.copyOf(renames), List.copyOf(dropped), noOthers);
    }

    /** These renames and more of them. */
    public Renames and(Collection<Rename> more) {
        String all = Stream.concat(Stream.of(toString()), more.stream().map(Rename::toString))
                .collect(Collectors.joining(","));
        return parse(all);
    }

    private static Said rename(String said) {
        List<String> sides = split(said, "->");
        List<String> from = sides.isEmpty() ? List.of() : names(sides.get(0));
        boolean named = from.stream().noneMatch(String::isEmpty) && from.size() <= 3;
        if (named && sides.size() == 2 && sides.get(1).isEmpty()) {
            return new Said(said, from, "");
        }
        require(
                sides.size() != 2 || !sides.get(1).equals(UNANSWERED),
                said,
                "is not answered yet: replace ? by the new name, or by nothing if this was not renamed and is to be dropped");
        List<String> to = sides.size() == 2 ? names(sides.get(1)) : List.of();
        require(
                named && !to.isEmpty() && !to.contains(""),
                said,
                "is not of the form old->new; say for example customer->client or client.mail->email");
        boolean stays = to.size() == 1 || to.subList(0, to.size() - 1).equals(from.subList(0, from.size() - 1));
        require(stays, said, "cannot move anything to another schema or table; the new name is one word");
        return new Said(said, from, to.get(to.size() - 1));
    }

    private static List<String> names(String side) {
        return split(side, ".").stream()
                .map(part -> part.length() > 1 && part.startsWith("\"") && part.endsWith("\"")
                        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
                        : part)
                .toList();
    }

    /** Splits at a separator outside of double quotes, and strips. */
    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i).strip());
                start = i + separator.length();
                i = start - 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Those of tables. */
    public Renames ofTables(Schema from) {
        return new Renames(
                renames.stream()
                        .filter(rename -> isWhole(rename, from) && !isNoTable(rename, from))
                        .toList(),
                dropped,
                noOthers);
    }

    public boolean isEmpty() {
        return renames.isEmpty();
    }

    /** Whether a thing was not renamed, as the user says by one of the names that it has had. */
    public boolean isDropped(Collection<Place> names) {
        return dropped.stream().anyMatch(said -> names.stream().anyMatch(place -> isOf(said, place)));
    }

    /**
     * Checks that what was not renamed is there.
     *
     * @param things all that is there, by any name
     * @throws IllegalArgumentException with the first that is not
     */
    public void requireDropped(Collection<Place> things) {
        for (Said said : dropped) {
            require(
                    things.stream().anyMatch(place -> isOf(said, place)),
                    said.said(),
                    "does not fit: there is no such table, column, sequence or enum type in the schema that is compared with"
                            + " the model");
        }
    }

    private static boolean isOf(Said said, Place place) {
        return Stream.of(place.name().schema(), place.name().name(), place.column())
                .filter(Objects::nonNull)
                .toList()
                .equals(said.from());
    }

    /** Whether nothing else was renamed of all that only looks like it. */
    public boolean noOthers() {
        return noOthers;
    }

    /** As it was said; {@link #parse} reads it. */
    @Override
    public String toString() {
        String said = Stream.concat(renames.stream(), dropped.stream())
                .map(Said::said)
                .collect(Collectors.joining(","));
        return noOthers ? said + (said.isEmpty() ? "" : ",") + NO_OTHERS : said;
    }

    /**
     * Returns the operations that rename, in an order in which none takes a name that is still in use. Where names are
     * exchanged, one object has another name for a moment.
     *
     * @param from the schema in which the old names are
     * @param to the schema in which the new names are
     * @throws IllegalArgumentException if what is to be renamed is not there, or the new name is in use or not in the
     *     model
     */
    public List<Operation> plan(Schema from, Schema to) {
        return inOrder(from, to).stream().map(Rename::operation).toList();
    }

    /** The renames that {@link #plan} does, each with the name that the thing has when its turn comes. */
    public List<Rename> inOrder(Schema from, Schema to) {
        List<Said> wholes = new ArrayList<>();
        List<Said> columns = new ArrayList<>();
        for (Said rename : renames) {
            (isWhole(rename, from) ? wholes : columns).add(rename);
        }
        RenamePlan plan = new RenamePlan(from, to);
        plan.wholes(wholes);
        plan.columns(columns);
        return plan.renames();
    }

    private static boolean isWhole(Said rename, Schema from) {
        if (rename.from().size() != 2) {
            return rename.from().size() == 1;
        }
        boolean whole = from.table(rename.asWhole()).isPresent() || isNoTable(rename, from);
        boolean column = from.column(rename.tableOfColumn(), rename.last()).isPresent();
        require(
                !whole || !column,
                rename.said(),
                "can mean a table of a schema or a column of a table; write that rename into a migration of its own");
        return whole;
    }

    /** In PostgreSQL no two of these have the same name. */
    private static boolean isNoTable(Said whole, Schema from) {
        return from.sequence(whole.asWhole()).isPresent()
                || from.enumType(whole.asWhole()).isPresent();
    }

    static void require(boolean condition, String said, String reason) {
        if (!condition) {
            throw new IllegalArgumentException("the rename \"" + said + "\" " + reason);
        }
    }
}
