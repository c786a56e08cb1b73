package dev.albedo.diff.prepare;

import dev.albedo.diff.Uses;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which objects are compared; the others are as if they were on neither side.
 *
 * <p>A pattern is a name with {@code *} for any characters and {@code ?} for one: {@code public.tmp_*}. Before it may stand
 * the kind it is about: {@code schema:audit}, {@code table:}, {@code sequence:}, {@code type:}, {@code index:public.ix_*},
 * {@code constraint:public.customer.ck_*}, {@code column:public.customer.legacy_*}. Without a kind it is about tables,
 * sequences and types. A name without a schema is in the default one; a constraint or column without a table is in any. With
 * a schema goes everything in it, with a table everything on it, and with a column every key, constraint, index, owned
 * sequence and computed column that uses it.
 */
public final class ObjectFilter {

    /** Compares everything. */
    public static final ObjectFilter ALL = new ObjectFilter("", List.of(), List.of());

    private final String defaultSchema;
    private final List<Rule> includes;
    private final List<Rule> excludes;

    private ObjectFilter(String defaultSchema, List<Rule> includes, List<Rule> excludes) {
        this.defaultSchema = defaultSchema;
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * A filter of patterns. Where an inclusion is about a kind, only those of this kind are compared that one fits.
     *
     * @param defaultSchema the schema of names without one
     * @throws IllegalArgumentException if a pattern is none
     */
    public static ObjectFilter of(String defaultSchema, List<String> includes, List<String> excludes) {
        return new ObjectFilter(defaultSchema, rules(defaultSchema, includes), rules(defaultSchema, excludes));
    }

    private static List<Rule> rules(String defaultSchema, List<String> patterns) {
        return patterns.stream()
                .map(pattern -> Rule.parse(defaultSchema, pattern.strip()))
                .toList();
    }

    /** What has names of its own, with the number of their parts. */
    private enum Kind {
        SCHEMA(1),
        TABLE(2),
        SEQUENCE(2),
        TYPE(2),
        INDEX(2),
        CONSTRAINT(3),
        COLUMN(3);

        private final int parts;

        Kind(int parts) {
            this.parts = parts;
        }

        private static Kind parse(String name, String pattern) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("the pattern " + pattern + " is about \"" + name + "\"; it can be about "
                    + Arrays.stream(values())
                            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** A pattern: one expression a part of the name. */
    private record Rule(Set<Kind> kinds, List<Pattern> parts) {

        private static Rule parse(String defaultSchema, String pattern) {
            int colon = pattern.indexOf(':');
            Set<Kind> kinds = colon < 0
                    ? EnumSet.of(Kind.TABLE, Kind.SEQUENCE, Kind.TYPE)
                    : EnumSet.of(Kind.parse(pattern.substring(0, colon), pattern));
            int wanted = kinds.iterator().next().parts;
            List<String> parts =
                    new ArrayList<>(List.of(pattern.substring(colon + 1).split("\\.", -1)));
            if (parts.contains("") || parts.size() > wanted) {
                throw new IllegalArgumentException("the pattern " + pattern + " is not a name of one to " + wanted
                        + " parts; write it like public.tmp_*, index:public.ix_*, constraint:public.customer.ck_* or"
                        + " column:public.customer.legacy_*");
            }
            if (parts.size() < wanted - 1) {
                parts.add(0, "*");
            }
            if (parts.size() < wanted) {
                parts.add(0, defaultSchema);
            }
            return new Rule(kinds, parts.stream().map(Rule::glob).toList());
        }

        private static Pattern glob(String part) {
            return Pattern.compile(
                    part.chars()
                            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                            .collect(Collectors.joining()),
                    Pattern.DOTALL);
        }

        boolean fits(List<String> name) {
            for (int i = 0; i < name.size(); i++) {
                if (!parts.get(i).matcher(name.get(i)).matches()) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean has(Kind kind, String... name) {
        List<String> parts = List.of(name);
        List<Rule> including =
                includes.stream().filter(rule -> rule.kinds.contains(kind)).toList();
        return excludes.stream().noneMatch(rule -> rule.kinds.contains(kind) && rule.fits(parts))
                && (including.isEmpty() || including.stream().anyMatch(rule -> rule.fits(parts)));
    }

    private String schema(QualifiedName name) {
        return Objects.requireNonNullElse(name.schema(), defaultSchema);
    }

    private boolean has(Kind kind, QualifiedName name) {
        return has(Kind.SCHEMA, schema(name)) && has(kind, schema(name), name.name());
    }

    /** The schema of names without one; empty if there is none. */
    public String defaultSchema() {
        return defaultSchema;
    }

    /** What of a schema is compared. */
    public Schema of(Schema schema) {
        if (includes.isEmpty() && excludes.isEmpty()) {
            return schema;
        }
        TreeSet<String> schemas = new TreeSet<>(schema.schemas());
        schemas.removeIf(name -> !has(Kind.SCHEMA, name));
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.keySet().removeIf(name -> !has(Kind.TABLE, name));
        tables.replaceAll((name, table) -> withoutHiddenColumns(table));
        tables.replaceAll((name, table) -> table(table, schema, tables));
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences.values().removeIf(sequence -> !has(Kind.SEQUENCE, sequence.name()) || isOfHidden(sequence));
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.keySet().removeIf(name -> !has(Kind.TYPE, name));
        TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(schema.composites());
        composites.keySet().removeIf(name -> !has(Kind.TYPE, name));
        return new Schema(schemas, tables, sequences, enums, composites);
    }

    private boolean isOfHidden(Sequence sequence) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner != null && (!has(Kind.TABLE, owner.table()) || !hasColumn(owner.table(), owner.column()));
    }

    private boolean hasColumn(QualifiedName table, String column) {
        return has(Kind.COLUMN, schema(table), table.name(), column);
    }

    /** A computed column goes with what it is computed from. */
    private Table withoutHiddenColumns(Table table) {
        List<Column> kept = table.columns().stream()
                .filter(column -> hasColumn(table.name(), column.name()))
                .toList();
        Table without = table.columns(kept);
        return without.columns(kept.stream()
                .filter(column -> column.generated() == null
                        || mentionsOnly(List.of(column.generated().expression()), table, without))
                .toList());
    }

    /**
     * A table with what is compared of it.
     *
     * @param table its columns are those that are compared
     * @param all all tables with all columns
     * @param compared those of which some columns are compared
     */
    private Table table(Table table, Schema all, Map<QualifiedName, Table> compared) {
        String schema = schema(table.name());
        Table whole = Objects.requireNonNull(all.tables().get(table.name()));
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> constraint.name() == null
                        || has(Kind.CONSTRAINT, schema, table.name().name(), constraint.name()))
                .filter(constraint -> usesOnly(constraint.columns(), Uses.texts(constraint), whole, table))
                .filter(constraint ->
                        !(constraint instanceof Constraint.ForeignKey key) || hasTarget(key, all, compared))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> index.name() == null || has(Kind.INDEX, schema, index.name()))
                .filter(index -> usesOnly(Uses.columns(index), Uses.texts(index), whole, table))
                .toList();
        return table.constraints(constraints).indexes(indexes);
    }

    private static boolean hasTarget(Constraint.ForeignKey key, Schema all, Map<QualifiedName, Table> compared) {
        Table whole = all.tables().get(key.target());
        Table target = compared.get(key.target());
        return whole == null || target == null || usesOnly(key.targetColumns(), List.of(), whole, target);
    }

    private static boolean usesOnly(List<String> columns, List<String> texts, Table whole, Table kept) {
        return columns.stream().allMatch(name -> isKept(name, whole, kept)) && mentionsOnly(texts, whole, kept);
    }

    private static boolean mentionsOnly(List<String> texts, Table whole, Table kept) {
        return Uses.mentioned(texts).stream().allMatch(name -> isKept(name, whole, kept));
    }

    private static boolean isKept(String name, Table whole, Table kept) {
        return whole.column(name).isEmpty() || kept.column(name).isPresent();
    }
}
