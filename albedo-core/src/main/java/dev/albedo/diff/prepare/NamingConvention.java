package dev.albedo.diff.prepare;

import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names what nobody named. A constraint or index without a name takes the name of one in the database that is otherwise
 * the same, so that nothing is renamed that nobody named; what the database does not have gets a name by pattern.
 *
 * <p>A pattern may say <code>{table}</code>, <code>{columns}</code> (joined by <code>_</code>) and, for foreign keys,
 * <code>{target}</code>. A name that is too long for the database is cut, and ends in a hash of the whole name, so that
 * it is always the same and differs from others that begin alike.
 *
 * @param primaryKey the pattern for primary keys
 * @param unique the pattern for unique constraints
 * @param foreignKey the pattern for foreign keys
 * @param index the pattern for indexes
 * @param check the pattern for checks; the columns are those its condition mentions
 * @param exclusion the pattern for exclusion constraints; the columns are those its definition mentions
 */
public record NamingConvention(
        String primaryKey, String unique, String foreignKey, String index, String check, String exclusion) {

    /** Comes before {@link #DEFAULT}, whose construction uses it. */
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

    /** In the spirit of SQLAlchemy's naming conventions. */
    public static final NamingConvention DEFAULT = new NamingConvention(
            "pk_{table}",
            "uq_{table}_{columns}",
            "fk_{table}_{columns}",
            "ix_{table}_{columns}",
            "ck_{table}_{columns}",
            "ex_{table}_{columns}");

    /** How PostgreSQL names what a statement does not name. */
    public static final NamingConvention OF_POSTGRESQL = new NamingConvention(
            "{table}_pkey",
            "{table}_{columns}_key",
            "{table}_{columns}_fkey",
            "{table}_{columns}_idx",
            "{table}_{columns}_check",
            "{table}_{columns}_excl");

    private static final int HASH_DIGITS = 8;

    public NamingConvention {
        requireTokens("primary keys", primaryKey, List.of("table", "columns"));
        requireTokens("unique constraints", unique, List.of("table", "columns"));
        requireTokens("foreign keys", foreignKey, List.of("table", "columns", "target"));
        requireTokens("indexes", index, List.of("table", "columns"));
        requireTokens("checks", check, List.of("table", "columns"));
        requireTokens("exclusion constraints", exclusion, List.of("table", "columns"));
    }

    private static void requireTokens(String what, String pattern, List<String> known) {
        if (!pattern.contains("{table}")) {
            throw new IllegalArgumentException("the naming pattern for " + what + ", \"" + pattern
                    + "\", does not say {table}: things of different tables would get the same name");
        }
        Matcher token = TOKEN.matcher(pattern);
        while (token.find()) {
            if (!known.contains(token.group(1))) {
                throw new IllegalArgumentException("the naming pattern for " + what + ", \"" + pattern + "\", says "
                        + token.group() + "; known are {" + String.join("}, {", known) + "}");
            }
        }
    }

    public NamingConvention primaryKey(String changed) {
        return new NamingConvention(changed, unique, foreignKey, index, check, exclusion);
    }

    public NamingConvention unique(String changed) {
        return new NamingConvention(primaryKey, changed, foreignKey, index, check, exclusion);
    }

    public NamingConvention foreignKey(String changed) {
        return new NamingConvention(primaryKey, unique, changed, index, check, exclusion);
    }

    public NamingConvention index(String changed) {
        return new NamingConvention(primaryKey, unique, foreignKey, changed, check, exclusion);
    }

    public NamingConvention check(String changed) {
        return new NamingConvention(primaryKey, unique, foreignKey, index, changed, exclusion);
    }

    public NamingConvention exclusion(String changed) {
        return new NamingConvention(primaryKey, unique, foreignKey, index, check, changed);
    }

    /**
     * The model with a name for everything. Besides names it adopts from the database what a model does not say: the
     * order of a primary key's columns, of the pairs of columns of a foreign key, and of the labels of an enum type.
     *
     * @param model with or without names
     * @param database what the names are adopted from, in the same spelling as the model, and with renamed tables under
     *     their new names
     * @param longest how many bytes of a name the database keeps
     */
    public Schema name(Schema model, Schema database, int longest) {
        TreeMap<QualifiedName, Table> adopted = new TreeMap<>();
        for (Table table : model.tables().values()) {
            Table existing = database.tables().get(table.name());
            adopted.put(table.name(), existing == null ? table : Adoption.adopt(table, existing));
        }
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(model.enums());
        enums.replaceAll((name, type) ->
                database.enumType(name).map(same -> Adoption.adopt(type, same)).orElse(type));
        return new NameGiver(this, longest, model.tables(adopted).enums(enums)).name();
    }

    /** How PostgreSQL names a check that mentions these columns: by the column if it is one. */
    static String ofPostgresCheck(QualifiedName table, Set<String> columns) {
        return OF_POSTGRESQL.fill(
                OF_POSTGRESQL.check(), table, columns.size() == 1 ? List.copyOf(columns) : List.of(), "");
    }

    String fill(String pattern, QualifiedName table, List<String> columns, String target) {
        Map<String, String> values =
                Map.of("table", table.name(), "columns", String.join("_", columns), "target", target);
        String name = TOKEN.matcher(pattern)
                .replaceAll(token -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), "")));
        return columns.isEmpty() ? name.replaceAll("_+$", "") : name;
    }

    /** The name with its hash at the end if it is too long, else the name. */
    static String shortened(String name, int longest) {
        return bytes(name) <= longest ? name : cut(name, longest - 1 - HASH_DIGITS) + "_" + hash(name);
    }

    /** The name with this at the end, still short enough. */
    static String numbered(String name, int number, int longest) {
        String suffix = "_" + number;
        return cut(name, longest - suffix.length()) + suffix;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int maxBytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > maxBytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
