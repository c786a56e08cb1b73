package dev.albedo.diff;

import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user says was renamed, because two schemas alone cannot tell a rename from a drop and an add. Said as text:
 * {@code customer->client, client.mail->email}. A table may be named with its schema, a column is named with its table,
 * by the table's old name or its new one; quotes as in {@link QualifiedName#parse}. The word {@code none} among them says
 * that nothing else was renamed, however alike two things look.
 */
public final class Renames {

    /** No rename. */
    public static final Renames NONE = new Renames(List.of(), false);

    private static final String NO_OTHERS = "none";

    private final List<Said> renames;
    private final boolean noOthers;

    private Renames(List<Said> renames, boolean noOthers) {
        this.renames = renames;
        this.noOthers = noOthers;
    }

    /**
     * A rename as it was said.
     *
     * @param said for messages
     * @param from one to three parts: a table, a table in a schema or a column of a table, a column of a table in a schema
     * @param to the new name
     */
    private record Said(String said, List<String> from, String to) {
        String last() {
            return from.get(from.size() - 1);
        }

        QualifiedName asTable() {
            return name(from);
        }

        QualifiedName tableOfColumn() {
            return name(from.subList(0, from.size() - 1));
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
        Set<List<String>> seen = new HashSet<>();
        boolean noOthers = false;
        for (String said : split(text, ",")) {
            if (said.equals(NO_OTHERS)) {
                noOthers = true;
            } else if (!said.isEmpty()) {
                Said rename = rename(said);
                require(seen.add(rename.from()), said, "renames something that an earlier rename renames already");
                renames.add(rename);
            }
        }
        return new Renames(List.copyOf(renames), noOthers);
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
        List<String> to = sides.size() == 2 ? names(sides.get(1)) : List.of();
        boolean complete = !to.isEmpty() && from.stream().noneMatch(String::isEmpty) && !to.contains("");
        require(
                complete && from.size() <= 3,
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
                renames.stream().filter(rename -> isTable(rename, from)).toList(), noOthers);
    }

    public boolean isEmpty() {
        return renames.isEmpty();
    }

    /** Whether nothing else was renamed, as the user knows. */
    public boolean noOthers() {
        return noOthers;
    }

    /** As it was said; {@link #parse} reads it. */
    @Override
    public String toString() {
        String said = renames.stream().map(Said::said).collect(Collectors.joining(","));
        return noOthers ? said + (said.isEmpty() ? "" : ",") + NO_OTHERS : said;
    }

    /**
     * The operations that rename, in an order in which none takes a name that is still in use.
     *
     * @param from the schema in which the old names are
     * @param to the schema in which the new names are
     * @throws IllegalArgumentException if what is to be renamed is not there, or the new name is in use or not in the
     *     model
     */
    public SchemaDiff plan(Schema from, Schema to) {
        return new SchemaDiff(inOrder(from, to).stream().map(Rename::operation).toList());
    }

    /** The renames that {@link #plan} does, each with the name that the thing has when its turn comes. */
    public List<Rename> inOrder(Schema from, Schema to) {
        List<Said> tables = new ArrayList<>();
        List<Said> columns = new ArrayList<>();
        for (Said rename : renames) {
            (isTable(rename, from) ? tables : columns).add(rename);
        }
        Plan plan = new Plan(from, to);
        inFreeOrder(tables, rename -> plan.isFree(rename.asTable().sibling(rename.to())), plan::table);
        inFreeOrder(columns, plan::isColumnFree, plan::column);
        return plan.renames;
    }

    private static boolean isTable(Said rename, Schema from) {
        if (rename.from().size() != 2) {
            return rename.from().size() == 1;
        }
        boolean table = from.table(rename.asTable()).isPresent();
        boolean column = from.table(rename.tableOfColumn())
                .flatMap(owner -> owner.column(rename.last()))
                .isPresent();
        require(
                !table || !column,
                rename.said(),
                "can mean a table of a schema or a column of a table; write that rename into a migration of its own");
        return table;
    }

    /** Does each rename when its new name is free, so that a->b, b->c does the second one first. */
    private static void inFreeOrder(List<Said> renames, Predicate<Said> isFree, Consumer<Said> action) {
        List<Said> waiting = new ArrayList<>(renames);
        while (!waiting.isEmpty()) {
            Said next = waiting.stream().filter(isFree).findFirst().orElse(waiting.get(0));
            action.accept(next);
            waiting.remove(next);
        }
    }

    private static void require(boolean condition, String said, String reason) {
        if (!condition) {
            throw new IllegalArgumentException("the rename \"" + said + "\" " + reason);
        }
    }

    /** The renames so far. */
    private static final class Plan {
        private final Schema to;
        private final List<Rename> renames = new ArrayList<>();
        private final Map<QualifiedName, QualifiedName> newNames = new HashMap<>();
        private Schema current;

        Plan(Schema from, Schema to) {
            this.current = from;
            this.to = to;
        }

        boolean isFree(QualifiedName name) {
            return !current.tables().containsKey(name)
                    && !current.sequences().containsKey(name)
                    && !current.enums().containsKey(name);
        }

        boolean isColumnFree(Said rename) {
            return current.table(table(rename.tableOfColumn()))
                    .flatMap(table -> table.column(rename.to()))
                    .isEmpty();
        }

        /** The present name of a table that is named by its old or new name. */
        private QualifiedName table(QualifiedName name) {
            return current.table(name).isPresent() ? name : newNames.getOrDefault(name, name);
        }

        void table(Said rename) {
            QualifiedName old = rename.asTable();
            QualifiedName renamed = old.sibling(rename.to());
            require(
                    current.tables().containsKey(old),
                    rename.said(),
                    "does not fit: there is no table " + old + " in the schema that is compared with the model");
            require(to.tables().containsKey(renamed), rename.said(), "does not fit: the model has no table " + renamed);
            require(isFree(renamed), rename.said(), "does not fit: the name " + renamed + " is in use already");
            newNames.put(old, renamed);
            add(new Rename(Place.of(old), rename.to()));
        }

        void column(Said rename) {
            QualifiedName tableName = table(rename.tableOfColumn());
            String column = tableName + "." + rename.to();
            Table table = current.tables().get(tableName);
            require(
                    table != null && table.column(rename.last()).isPresent(),
                    rename.said(),
                    "does not fit: there is no column " + tableName + "." + rename.last()
                            + " in the schema that is compared with the model");
            require(
                    to.table(tableName).flatMap(t -> t.column(rename.to())).isPresent(),
                    rename.said(),
                    "does not fit: the model has no column " + column);
            require(isColumnFree(rename), rename.said(), "does not fit: there is a column " + column + " already");
            add(new Rename(Place.of(tableName, rename.last()), rename.to()));
        }

        private void add(Rename rename) {
            renames.add(rename);
            current = rename.applyTo(current);
        }
    }
}
