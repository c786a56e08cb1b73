package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column get from one type to another.
 *
 * <p>Where PostgreSQL has an assignment cast, nothing is said and the server uses it: it refuses what does not fit,
 * where an explicit cast would cut it off. Where it has none, the way is an explicit cast if there is one, else the
 * value as text ({@code pg_cast} of PostgreSQL 18; manual, CREATE CAST). Bytes, large objects and text become each
 * other by their contents, because the cast would give the number of the large object or hexadecimal digits. A way through
 * a time zone names it, because the cast would take that of whoever runs it; elements of arrays have no such way, and are
 * cast in the time zone of a run, which is UTC.
 */
final class Casts {

    static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "real", "double precision", "numeric");

    static final Set<String> STRINGS = Set.of("text", "varchar", "char", "bpchar", "name", "citext");

    private static final Set<String> ASSIGNABLE =
            Set.of(("bigint>money integer>money money>numeric numeric>money cidr>inet inet>cidr macaddr>macaddr8"
                            + " macaddr8>macaddr json>jsonb jsonb>json bit>varbit varbit>bit date>timestamp"
                            + " date>timestamptz timestamp>date timestamp>time timestamp>timestamptz"
                            + " timestamptz>date timestamptz>time timestamptz>timetz timestamptz>timestamp"
                            + " time>timetz time>interval timetz>time interval>time oid>integer oid>bigint"
                            + " smallint>oid integer>oid bigint>oid box>polygon path>polygon point>box polygon>path")
                    .split(" "));

    private static final Set<String> EXPLICIT =
            Set.of(("integer>boolean boolean>integer bit>integer bit>bigint integer>bit bigint>bit jsonb>boolean"
                            + " jsonb>numeric jsonb>smallint jsonb>integer jsonb>bigint jsonb>real"
                            + " jsonb>double_precision circle>polygon circle>box circle>point polygon>box"
                            + " polygon>point polygon>circle box>circle box>point box>lseg lseg>point xid8>xid")
                    .split(" "));

    /** Ways that no cast goes, or not to where anybody wants; {@code %s} is the column. */
    private static final Map<String, String> CONTENTS = Map.of(
            "oid>bytea", "lo_get(%s)",
            "oid>string", "convert_from(lo_get(%s), 'UTF8')",
            "bytea>oid", "lo_from_bytea(0, %s)",
            "bytea>string", "convert_from(%s, 'UTF8')",
            "string>oid", "lo_from_bytea(0, convert_to(%s, 'UTF8'))",
            "string>bytea", "convert_to(%s, 'UTF8')");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    private static final Set<String> FLOATING = Set.of("real", "double precision");

    /** Those in which no two spellings are one value. */
    private static final Set<String> PLAIN_STRINGS = Set.of("text", "varchar", "name");

    /** Types of which each value has a text of its own, besides whole numbers. */
    private static final Set<String> APART = Set.of("boolean", "uuid", "date");

    /**
     * Ways through a time zone, which is that of the session unless one is named: {@code %s} is the column. What has an
     * offset of its own keeps the moment, and gets the offset of UTC.
     */
    private static final Map<String, String> ZONED = Map.of(
            "timestamp>timestamptz", "%s AT TIME ZONE " + Dialect.UNKNOWN_ZONE,
            "timestamptz>timestamp", "%s AT TIME ZONE " + Dialect.UNKNOWN_ZONE,
            "date>timestamptz", "%s::timestamp AT TIME ZONE " + Dialect.UNKNOWN_ZONE,
            "timestamptz>date", "(%s AT TIME ZONE " + Dialect.UNKNOWN_ZONE + ")::date",
            "timestamptz>time", "(%s AT TIME ZONE " + Dialect.UNKNOWN_ZONE + ")::time",
            "timestamptz>timetz", "((%s AT TIME ZONE 'UTC')::time::text || '+00')::timetz",
            "time>timetz", "(%s::text || '+00')::timetz");

    private Casts() {}

    /**
     * A time zone as {@code AT TIME ZONE} takes it. A text such as {@code +02:00} or {@code GMT+2} is west of Greenwich for
     * PostgreSQL and east for Java, so an offset is an interval (manual, section B.5, POSIX Time Zone Specifications).
     */
    static String zone(ZoneId zone) {
        ZoneId normal = zone.normalized();
        return normal.equals(ZoneOffset.UTC)
                ? "'UTC'"
                : normal instanceof ZoneOffset offset
                        ? "INTERVAL " + Names.literal(offset.getId())
                        : Names.literal(normal.getId());
    }

    /** The expression that makes new values of old ones, or {@code null} if the server knows. */
    static @Nullable String using(String column, SqlType from, SqlType to) {
        String name = Names.identifier(column);
        String source = base(from);
        String target = base(to);
        String contents = CONTENTS.get(kind(source) + ">" + kind(target));
        if (contents != null) {
            return contents.formatted(name);
        }
        String zoned = ZONED.get(source + ">" + target);
        if (zoned != null) {
            return zoned.formatted(name);
        }
        if (isAssignable(from, to)) {
            return null;
        }
        if (EXPLICIT.contains(source + ">" + target)) {
            return name + "::" + Names.type(to);
        }
        if (source.equals("boolean") && NUMBERS.contains(target)) {
            return name + "::integer::" + Names.type(to);
        }
        if (source.equals("money") && NUMBERS.contains(target)) {
            return name + "::numeric::" + Names.type(to);
        }
        boolean arrays = from instanceof SqlType.Array && to instanceof SqlType.Array;
        return name + (arrays ? "::text[]::" : "::text::") + Names.type(to);
    }

    /** The value as one of the new type, see {@link Dialect#converted}: a large object is not made to look, and a time zone not guessed. */
    static Optional<String> converted(String column, SqlType from, SqlType to) {
        if (from.equals(to)) {
            return Optional.of(Names.identifier(column));
        }
        if (from instanceof SqlType.Array
                || to instanceof SqlType.Array
                || base(to).equals("oid")
                || isZoned(from, to)) {
            return Optional.empty();
        }
        if (to instanceof SqlType.Named) {
            return Optional.of(cast(Names.identifier(column), Types.text()));
        }
        String using = using(column, from, to);
        return Optional.of(cast(using == null ? Names.identifier(column) : using, to));
    }

    static String cast(String expression, SqlType type) {
        return "CAST(" + (base(type).equals("text") ? Expressions.withoutCastOfString(expression) : expression) + " AS "
                + Names.type(type) + ")";
    }

    /** See {@link Dialect#replacedElements}: a conversion may call functions but has no subqueries (manual, ALTER TABLE). */
    static String replacedElements(String array, Map<String, String> cases) {
        Map<String, String> changed = new LinkedHashMap<>();
        cases.forEach((old, wanted) -> {
            if (!text(old).equals(text(wanted))) {
                changed.put(text(old), text(wanted));
            }
        });
        String replaced = array + "::text[]";
        if (changed.keySet().stream().noneMatch(changed::containsValue)) {
            return replaced(replaced, changed);
        }
        // One after the other, two values that change places would become the same: each gets a text of its own
        // between.
        String sign = "=";
        while (isBegun(cases, sign)) {
            sign += "=";
        }
        Map<String, String> between = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : changed.entrySet()) {
            String own = "'" + sign + each.getKey().substring(1);
            between.put(each.getKey(), own);
            after.put(own, each.getValue());
        }
        return replaced(replaced(replaced, between), after);
    }

    private static boolean isBegun(Map<String, String> cases, String sign) {
        return cases.entrySet().stream()
                .anyMatch(each -> text(each.getKey()).startsWith("'" + sign)
                        || text(each.getValue()).startsWith("'" + sign));
    }

    private static String replaced(String array, Map<String, String> cases) {
        String replaced = array;
        for (Map.Entry<String, String> each : cases.entrySet()) {
            replaced = "array_replace(" + replaced + ", " + each.getKey() + ", " + each.getValue() + ")";
        }
        return replaced;
    }

    /** See {@link Dialect#hasElementsAmong}. */
    static String hasElementsAmong(String array, Set<String> literals) {
        return "array_remove(" + array + "::text[], NULL) <@ ARRAY["
                + literals.stream().map(Casts::text).collect(Collectors.joining(", ")) + "]";
    }

    private static String text(String literal) {
        return literal.endsWith("'") ? literal : Names.literal(literal);
    }

    /** Strings and whole numbers that do not fit are refused; what is rounded, cut off or read may become the same. */
    static boolean keepsApart(SqlType from, SqlType to) {
        String source = base(from);
        String target = base(to);
        boolean isCreated = from instanceof SqlType.Named || to instanceof SqlType.Named;
        return from.equals(to)
                || (WHOLE.contains(source) && (NUMBERS.contains(target) && !FLOATING.contains(target)))
                || (PLAIN_STRINGS.contains(target)
                        && (isCreated
                                || PLAIN_STRINGS.contains(source)
                                || WHOLE.contains(source)
                                || APART.contains(source)))
                || (isCreated && PLAIN_STRINGS.contains(source));
    }

    /** The same for a change that names no expression: a way through a time zone is then the server's, in that of the run. */
    static @Nullable String unlessZoned(String column, SqlType from, SqlType to) {
        return isZoned(from, to) ? null : using(column, from, to);
    }

    private static boolean isZoned(SqlType from, SqlType to) {
        return ZONED.containsKey(base(from) + ">" + base(to));
    }

    /** Whether PostgreSQL has an assignment cast. */
    static boolean isAssignable(SqlType from, SqlType to) {
        if (from instanceof SqlType.Array source && to instanceof SqlType.Array target) {
            return isAssignable(source.element(), target.element());
        }
        String source = base(from);
        String target = base(to);
        return source.equals(target)
                || STRINGS.contains(target)
                || (NUMBERS.contains(source) && NUMBERS.contains(target))
                || ASSIGNABLE.contains(source + ">" + target);
    }

    private static String kind(String base) {
        return STRINGS.contains(base) ? "string" : base;
    }

    /** The type without its arguments: those are the business of the cast. */
    static String base(SqlType type) {
        if (type instanceof SqlType.Simple simple) {
            String name = simple.name();
            return name.startsWith("interval ") ? "interval" : name;
        }
        return type.toString();
    }
}
