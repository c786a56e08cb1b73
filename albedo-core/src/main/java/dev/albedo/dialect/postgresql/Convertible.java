package dev.albedo.dialect.postgresql;

import dev.albedo.schema.SqlType;
import java.util.Map;
import java.util.Set;

/**
 * Which types have values that can become values of another type: by a cast, or because the text of some value of the one can
 * be read as the other (PostgreSQL manual, chapter 8). Digits are no date and no UUID, although some sequences of digits could
 * be read as one. The text of bytes is hexadecimal digits, which nothing else begins like.
 */
final class Convertible {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("money", "money"),
            Map.entry("boolean", "boolean"),
            Map.entry("uuid", "uuid"),
            Map.entry("bytea", "bytes"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("timetz", "time"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamptz", "timestamp"),
            Map.entry("interval", "interval"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "json"),
            Map.entry("bit", "bits"),
            Map.entry("varbit", "bits"),
            Map.entry("inet", "inet"),
            Map.entry("cidr", "inet"));

    /** Between different kinds; any text can be taken for bytes. */
    private static final Set<String> WAYS = Set.of(
            "number>boolean",
            "number>money",
            "money>number",
            "money>interval",
            "bits>money",
            "json>money",
            "number>interval",
            "number>json",
            "number>bits",
            "boolean>number",
            "boolean>json",
            "bits>number",
            "bits>boolean",
            "bits>interval",
            "bits>json",
            "json>number",
            "json>boolean",
            "json>interval",
            "json>bits",
            "date>timestamp",
            "timestamp>date",
            "timestamp>time",
            "time>interval",
            "interval>time");

    private Convertible() {}

    static boolean is(SqlType from, SqlType to) {
        if (from instanceof SqlType.Array source && to instanceof SqlType.Array target) {
            return is(source.element(), target.element());
        }
        if (Casts.base(from).equals("oid") || Casts.base(to).equals("oid")) {
            return true; // may be a large object, which has contents
        }
        String source = kind(from);
        String target = kind(to);
        return source.isEmpty()
                || target.isEmpty()
                || source.equals(target)
                || target.equals("bytes")
                || WAYS.contains(source + ">" + target);
    }

    /** The kind of a type, or empty for one whose text may be anything. */
    private static String kind(SqlType type) {
        String base = Casts.base(type);
        return Casts.NUMBERS.contains(base) ? "number" : KINDS.getOrDefault(base, "");
    }
}
