package dev.albedo.operation;

import dev.albedo.schema.QualifiedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and replaces the names of columns, sequences and enum types in SQL that a user or a database wrote, without
 * parsing it.
 */
final class SqlNames {

    /** A string, a quoted identifier or a word; whatever stands between them is left as it is. */
    private static final Pattern TOKEN = Pattern.compile(
            "[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|[\\p{L}_][\\p{L}\\p{N}_$]*",
            Pattern.DOTALL);

    /** What precedes the name of a type or collation: such a name may be that of a column too. */
    private static final Pattern TYPE_FOLLOWS = Pattern.compile("(::|\\b(as|collate))\\s*$", Pattern.CASE_INSENSITIVE);

    /** The one place where SQL names a sequence, which is in a string. */
    private static final Pattern NEXTVAL =
            Pattern.compile("(\\bnextval\\s*\\(\\s*)'((?:[^']|'')*+)'", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** The words that name a column only in quotes: "reserved" in the PostgreSQL manual, appendix C. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check
            collate collation column concurrently constraint create cross current_catalog current_date
            current_role current_schema current_time current_timestamp current_user default deferrable desc
            distinct do else end except false fetch for foreign freeze from full grant group having ilike in
            initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user similar some symmetric system_user table tablesample
            then to trailing true union unique user using variadic verbose when where window with
            """.strip().split("\\s+"));

    private SqlNames() {}

    /**
     * Replaces a column's name, but nothing within strings or longer words, and no function or type of that name. The
     * new name is quoted where it must be, or where the old one was without need.
     */
    static String renamed(String sql, String from, String to) {
        String quotedFrom = quoted(from);
        String newName = spelled(to);
        Matcher token = TOKEN.matcher(sql);
        StringBuilder renamed = new StringBuilder();
        while (token.find()) {
            String text = token.group();
            boolean inQuotes = text.equals(quotedFrom);
            boolean named = inQuotes
                    || (!RESERVED.contains(from)
                            && text.toLowerCase(Locale.ROOT).equals(from));
            if (named && !isFunction(sql, token.end()) && !isType(sql, token.start())) {
                text = inQuotes && isPlain(from) ? quoted(to) : newName;
            }
            token.appendReplacement(renamed, Matcher.quoteReplacement(text));
        }
        return token.appendTail(renamed).toString();
    }

    /** Replaces a sequence's name where SQL takes the next value of it. */
    static String renamed(String sql, QualifiedName from, QualifiedName to) {
        return NEXTVAL.matcher(sql).replaceAll(call -> {
            String said = call.group(2);
            String name = said.indexOf('"') < 0 ? said.toLowerCase(Locale.ROOT) : said;
            return Matcher.quoteReplacement(
                    name.equals(inString(from)) ? call.group(1) + "'" + inString(to) + "'" : call.group());
        });
    }

    /** Replaces an enum type's name where SQL converts to it. */
    static String renamedType(String sql, QualifiedName from, QualifiedName to) {
        String schema = from.schema();
        Pattern before = Pattern.compile(
                "(::|\\bas\\s)\\s*" + (schema == null ? "" : Pattern.quote(spelled(schema) + ".")) + "$",
                Pattern.CASE_INSENSITIVE);
        Matcher token = TOKEN.matcher(sql);
        StringBuilder renamed = new StringBuilder();
        while (token.find()) {
            boolean named = token.group().equals(quoted(from.name()))
                    || (!RESERVED.contains(from.name())
                            && token.group().toLowerCase(Locale.ROOT).equals(from.name()));
            boolean isType =
                    named && before.matcher(sql).region(0, token.start()).find();
            token.appendReplacement(renamed, Matcher.quoteReplacement(isType ? spelled(to.name()) : token.group()));
        }
        return token.appendTail(renamed).toString();
    }

    private static String inString(QualifiedName name) {
        String schema = name.schema();
        return ((schema == null ? "" : spelled(schema) + ".") + spelled(name.name())).replace("'", "''");
    }

    private static String spelled(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    }

    private static boolean isFunction(String sql, int end) {
        return sql.substring(end).stripLeading().startsWith("(");
    }

    private static boolean isType(String sql, int start) {
        return TYPE_FOLLOWS.matcher(sql).region(0, start).find();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
