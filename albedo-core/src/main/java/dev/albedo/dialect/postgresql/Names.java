package dev.albedo.dialect.postgresql;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names, types and strings are written in SQL. Quotes only where the server's own {@code quote_ident} does, so that
 * SQL stays readable.
 */
final class Names {

    /** NAMEDATALEN - 1: PostgreSQL cuts what is longer, with a notice that nobody reads. */
    static final int MAX_BYTES = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /**
     * All key words that are more than "non-reserved" in PostgreSQL 18 (manual, appendix C, and
     * {@code pg_get_keywords()}); older versions have fewer.
     */
    private static final Set<String> KEY_WORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both \
            case cast char character check coalesce collate collation column concurrently constraint create cross \
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec \
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign \
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer \
            intersect interval into is isnull join json json_array json_arrayagg json_exists json_object \
            json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left \
            like limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null \
            nullif numeric offset on only or order out outer overlaps overlay placing position precision primary \
            real references returning right row select session_user setof similar smallint some substring symmetric \
            system_user table tablesample then time timestamp to trailing treat trim true union unique user using \
            values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists \
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable""".split(" "));

    private Names() {}

    /**
     * An identifier, quoted if it must be.
     *
     * @throws IllegalArgumentException if PostgreSQL cannot have this name
     */
    static String identifier(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("the name \"" + name + "\" has "
                    + name.getBytes(StandardCharsets.UTF_8).length + " bytes; PostgreSQL allows " + MAX_BYTES
                    + " and would cut it, so give a shorter name");
        }
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name in PostgreSQL cannot be empty or have the character 0 in it");
        }
        boolean plain = PLAIN.matcher(name).matches() && !KEY_WORDS.contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String identifiers(List<String> names) {
        return names.stream().map(Names::identifier).collect(Collectors.joining(", "));
    }

    static String name(QualifiedName name) {
        return name.schema() == null
                ? identifier(name.name())
                : identifier(name.schema()) + "." + identifier(name.name());
    }

    /** A string; safe whatever {@code standard_conforming_strings} says. */
    static String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text in PostgreSQL cannot have the character 0 in it: " + text);
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A text between dollar signs that do not occur in it. */
    static String dollarQuoted(String text) {
        String tag = "$albedo$";
        for (int i = 1; text.contains(tag); i++) {
            tag = "$albedo" + i + "$";
        }
        return tag + text + tag;
    }

    static String type(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return type(array.element()) + "[]";
        }
        if (type instanceof SqlType.Named named) {
            return name(named.name());
        }
        SqlType.Simple simple = (SqlType.Simple) type;
        return simple.arguments().isEmpty()
                ? simple.name()
                : simple.name() + "(" + String.join(",", simple.arguments()) + ")";
    }
}
