package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.Token;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one type from tokens; see {@link PostgresTypes#parse}. */
final class TypeReader {

    /** What the grammar and the catalog call a built-in type, to what Albedo calls it. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("dec", "numeric"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("national char", "char"),
            Map.entry("national character", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("nchar varying", "varchar"),
            Map.entry("national char varying", "varchar"),
            Map.entry("national character varying", "varchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));

    /** Built-in types that have one name only (pg_type of PostgreSQL 18) and the canonical ones of {@link #NAMES}. */
    private static final Set<String> BUILT_IN =
            Set.of(("smallint integer bigint real numeric boolean char varchar varbit time timetz timestamp timestamptz"
                            + " bpchar text name bytea date interval bit money uuid json jsonb jsonpath xml"
                            + " oid oidvector int2vector tid xid xid8 cid cidr inet macaddr macaddr8 point lseg path"
                            + " box polygon line circle tsvector tsquery gtsvector pg_lsn pg_snapshot txid_snapshot"
                            + " refcursor regclass regcollation regconfig regdictionary regnamespace regoper"
                            + " regoperator regproc regprocedure regrole regtype aclitem int4range int8range numrange"
                            + " tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange"
                            + " tstzmultirange datemultirange")
                    .split(" "));

    /** The names that {@code pg_type} knows, which may be quoted; the others are words of the grammar. */
    private static final Set<String> CATALOG_NAMES = Stream.concat(
                    BUILT_IN.stream(), Stream.of("int2", "int4", "int8", "float4", "float8", "bool"))
            .filter(name -> !Set.of("smallint", "integer", "bigint", "real", "boolean", "char")
                    .contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SERIAL =
            Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

    private static final Set<String> INTERVAL_FIELDS = Set.of(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "year to month",
            "day to hour",
            "day to minute",
            "day to second",
            "hour to minute",
            "hour to second",
            "minute to second");

    private static final Set<String> LEADING_WORDS =
            Set.of("double", "national", "character", "char", "nchar", "bit", "time", "timestamp", "interval");

    private static final Set<String> FOLLOWING_WORDS = Set.of(
            "precision",
            "varying",
            "char",
            "character",
            "with",
            "without",
            "time",
            "zone",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "to");

    private final String text;
    private final List<Token> tokens;
    private int at;

    TypeReader(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** The type, and where the tokens go on behind it. */
    record Result(SqlType type, boolean serial, int next) {}

    Result read() {
        if (tokens.isEmpty() || !tokens.get(0).isName()) {
            throw unreadable("it does not start with the name of a type");
        }
        String serial = tokens.get(0).kind() == Token.Kind.WORD
                        && SERIAL.contains(tokens.get(0).text())
                ? tokens.get(0).text()
                : null;
        SqlType element = serial == null ? element() : serial(serial);
        boolean array = arraySuffix();
        if (serial != null && array) {
            throw unreadable("there is no array of " + serial);
        }
        SqlType type = array && !(element instanceof SqlType.Array) ? new SqlType.Array(element) : element;
        return new Result(type, serial != null, at);
    }

    private SqlType serial(String name) {
        at++;
        return switch (name) {
            case "smallserial", "serial2" -> simple("smallint", List.of());
            case "serial", "serial4" -> simple("integer", List.of());
            default -> simple("bigint", List.of());
        };
    }

    private SqlType element() {
        Token first = tokens.get(at++);
        if (peek(".") && at + 1 < tokens.size() && tokens.get(at + 1).isName()) {
            at++;
            Token second = tokens.get(at++);
            if (first.text().equals("pg_catalog")) {
                return catalogType(second);
            }
            if (peek("(")) {
                throw unreadable("a type of a named schema cannot have arguments here;"
                        + " put the schema on the search path and leave its name out");
            }
            return new SqlType.Named(new QualifiedName(first.text(), second.text()));
        }
        return first.kind() == Token.Kind.QUOTED ? quoted(first) : words(first);
    }

    /** {@code pg_catalog.int4}: what the catalog calls it, whatever the grammar would make of the word. */
    private SqlType catalogType(Token name) {
        return name.text().equals("char") ? special() : builtIn(name.text(), arguments());
    }

    private SqlType quoted(Token name) {
        return CATALOG_NAMES.contains(name.text())
                ? builtIn(name.text(), arguments())
                : new SqlType.Named(QualifiedName.of(name.text()));
    }

    /** The one-byte type of the system catalogs, which only its quotes tell from {@code char(1)}. */
    private static SqlType special() {
        return new SqlType.Named(QualifiedName.of("char"));
    }

    private SqlType words(Token first) {
        List<String> words = new ArrayList<>(List.of(first.text()));
        List<String> arguments = List.of();
        int wordsBeforeArguments = 0;
        boolean several = LEADING_WORDS.contains(first.text());
        while (at < tokens.size()) {
            if (peek("(") && wordsBeforeArguments == 0) {
                wordsBeforeArguments = words.size();
                arguments = arguments();
            } else if (several && isFollowingWord(tokens.get(at))) {
                words.add(tokens.get(at++).text());
            } else {
                break;
            }
        }
        String phrase = String.join(" ", words);
        boolean zoned = phrase.endsWith(" time zone");
        if (wordsBeforeArguments != 0 && wordsBeforeArguments != (zoned ? 1 : words.size())) {
            throw unreadable("its arguments are not where PostgreSQL wants them");
        }
        return builtIn(phrase, arguments);
    }

    private static boolean isFollowingWord(Token token) {
        return token.kind() == Token.Kind.WORD && FOLLOWING_WORDS.contains(token.text());
    }

    private SqlType builtIn(String phrase, List<String> arguments) {
        if (phrase.equals("interval") || phrase.startsWith("interval ")) {
            return interval(phrase, arguments);
        }
        if (phrase.equals("float")) {
            return floating(arguments);
        }
        String name = phrase.equals("bpchar") && !arguments.isEmpty() ? "char" : NAMES.getOrDefault(phrase, phrase);
        if (name.equals("double precision") || BUILT_IN.contains(name)) {
            return simple(name, withDefaults(name, arguments));
        }
        if (phrase.equals("_char")) {
            return new SqlType.Array(special());
        }
        if (phrase.startsWith("_") && CATALOG_NAMES.contains(phrase.substring(1))) {
            return new SqlType.Array(builtIn(phrase.substring(1), arguments));
        }
        if (phrase.contains(" ")) {
            throw unreadable("PostgreSQL has no type " + phrase);
        }
        return arguments.isEmpty() ? new SqlType.Named(QualifiedName.of(phrase)) : simple(phrase, arguments);
    }

    /** What the server prints where an argument was left out (manual section 8.1.2, 8.3, 8.10). */
    private static List<String> withDefaults(String name, List<String> arguments) {
        return switch (name) {
            case "char", "bit" -> arguments.isEmpty() ? List.of("1") : arguments;
            case "numeric" -> arguments.size() == 1 ? List.of(arguments.get(0), "0") : arguments;
            case "time", "timetz", "timestamp", "timestamptz" -> fractionalSeconds(arguments);
            default -> arguments;
        };
    }

    /** The server warns of more than six digits of a second, and makes six of them (manual section 8.5). */
    private static List<String> fractionalSeconds(List<String> arguments) {
        boolean more = arguments.size() == 1 && arguments.get(0).matches("0*([7-9]|[1-9][0-9]{1,8})");
        return more ? List.of("6") : arguments;
    }

    private SqlType interval(String phrase, List<String> arguments) {
        if (!phrase.equals("interval") && !INTERVAL_FIELDS.contains(phrase.substring("interval ".length()))) {
            throw unreadable("PostgreSQL has no type " + phrase);
        }
        if (!arguments.isEmpty() && !phrase.equals("interval") && !phrase.endsWith("second")) {
            throw unreadable("only seconds of an interval have digits");
        }
        return simple(phrase, fractionalSeconds(arguments));
    }

    private SqlType floating(List<String> arguments) {
        if (arguments.isEmpty()) {
            return simple("double precision", List.of());
        }
        int digits = arguments.size() == 1 && arguments.get(0).matches("[0-9]{1,9}")
                ? Integer.parseInt(arguments.get(0))
                : 0;
        if (digits < 1 || digits > 53) {
            throw unreadable("the precision of float is 1 to 53");
        }
        return simple(digits <= 24 ? "real" : "double precision", List.of());
    }

    private SqlType simple(String name, List<String> arguments) {
        try {
            return new SqlType.Simple(name, arguments);
        } catch (IllegalArgumentException e) {
            throw unreadable(e.getMessage());
        }
    }

    private List<String> arguments() {
        if (!peek("(")) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (at++; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is(",") || token.is(")")) {
                arguments.add(argument.toString());
                argument.setLength(0);
                if (token.is(")")) {
                    at++;
                    return arguments;
                }
            } else {
                argument.append(text, token.start(), token.end());
            }
        }
        throw unreadable("it has an unclosed parenthesis");
    }

    private boolean arraySuffix() {
        boolean array = false;
        if (peek("array")) {
            at++;
            array = true;
        }
        while (peek("[")) {
            at++;
            if (at < tokens.size() && tokens.get(at).kind() == Token.Kind.NUMBER) {
                at++;
            }
            if (!peek("]")) {
                throw unreadable("it has an unclosed bracket");
            }
            at++;
            array = true;
        }
        return array;
    }

    private boolean peek(String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private IllegalArgumentException unreadable(@Nullable String reason) {
        return new IllegalArgumentException("\"" + text + "\" is not a type that PostgreSQL reads: " + reason);
    }
}
