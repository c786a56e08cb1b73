package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ColumnDefinition;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column definition (PostgreSQL manual, CREATE TABLE, column_constraint); see {@link PostgresTypes#definition}. */
final class DefinitionReader {

    /** What may start a part of a column definition, and so ends the expression of a default before it. */
    private static final Set<String> STARTS = Set.of(
            "default",
            "not",
            "null",
            "collate",
            "generated",
            "check",
            "unique",
            "primary",
            "references",
            "constraint",
            "deferrable",
            "initially",
            "storage",
            "compression");

    private final String text;
    private final List<Token> tokens;
    private int at;

    private @Nullable Boolean notNull;
    private @Nullable String defaultSql;
    private @Nullable Identity identity;
    private @Nullable Generated generated;
    private @Nullable QualifiedName collation;
    private boolean primaryKey;
    private boolean unique;
    private final List<Constraint.Check> checks = new ArrayList<>();
    private final List<String> storage = new ArrayList<>();

    DefinitionReader(String text) {
        this.text = text;
        this.tokens = Token.of(text);
    }

    ColumnDefinition read() {
        TypeReader.Result type = new TypeReader(text, tokens).read();
        at = type.next();
        while (at < tokens.size()) {
            part();
        }
        return new ColumnDefinition(
                type.type(),
                type.serial(),
                (notNull == null && type.serial()) ? Boolean.TRUE : notNull,
                defaultSql,
                identity,
                generated,
                collation,
                primaryKey,
                unique,
                checks,
                storage);
    }

    private void part() {
        Token start = tokens.get(at++);
        switch (start.kind() == Token.Kind.WORD ? start.text() : "") {
            case "not" -> {
                expect("null");
                notNull = true;
            }
            case "null" -> notNull = false;
            case "default" -> defaultSql = expression(start);
            case "collate" -> collation = name();
            case "generated" -> generated();
            case "check" -> checks.add(new Constraint.Check(null, parenthesised()));
            case "unique" -> unique = true;
            case "primary" -> {
                expect("key");
                primaryKey = true;
            }
            case "constraint" -> namedCheck();
            case "storage", "compression" -> storage.add(start.text() + " " + part("its value"));
            case "references" ->
                throw unreadable("a foreign key belongs on the association (@JoinColumn), not in a column definition");
            default ->
                throw unreadable("\"" + text.substring(start.start()) + "\" is nothing a column definition can have");
        }
    }

    private String expression(Token start) {
        int first = at;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            } else if (depth == 0 && at > first && token.kind() == Token.Kind.WORD && STARTS.contains(token.text())) {
                break;
            }
            at++;
        }
        if (at == first || depth != 0) {
            throw unreadable("\"" + text.substring(start.start()) + "\" has no complete expression");
        }
        return text.substring(tokens.get(first).start(), tokens.get(at - 1).end());
    }

    /** What stands in the parentheses that start here. */
    private String parenthesised() {
        expect("(");
        int first = at;
        int depth = 1;
        while (at < tokens.size()) {
            Token token = tokens.get(at++);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return text.substring(tokens.get(first).start(), token.start()).strip();
            }
        }
        throw unreadable("a parenthesis is not closed");
    }

    private void generated() {
        boolean always = accept("always");
        if (!always) {
            expect("by");
            expect("default");
        }
        expect("as");
        if (accept("identity")) {
            identity = new Identity(
                    always ? Identity.Kind.ALWAYS : Identity.Kind.BY_DEFAULT,
                    accept("(") ? sequenceOptions() : SequenceOptions.DEFAULT);
        } else if (always) {
            String sql = parenthesised();
            boolean stored = accept("stored");
            if (!stored) {
                accept("virtual");
            }
            generated = new Generated(sql, stored);
        } else {
            throw unreadable("GENERATED BY DEFAULT AS goes on with IDENTITY only");
        }
    }

    private SequenceOptions sequenceOptions() {
        Long start = null;
        long increment = 1;
        Long min = null;
        Long max = null;
        long cache = 1;
        boolean cycle = false;
        while (!accept(")")) {
            if (accept("start")) {
                accept("with");
                start = number();
            } else if (accept("increment")) {
                accept("by");
                increment = number();
            } else if (accept("minvalue")) {
                min = number();
            } else if (accept("maxvalue")) {
                max = number();
            } else if (accept("cache")) {
                cache = number();
            } else if (accept("cycle")) {
                cycle = true;
            } else {
                expect("no");
                if (!accept("cycle") && !accept("minvalue")) {
                    expect("maxvalue");
                }
            }
        }
        long first = start != null ? start : Sequences.defaultStart(increment, min, max);
        return new SequenceOptions(first, increment, min, max, cache, cycle);
    }

    private long number() {
        String sign = accept("-") ? "-" : "";
        if (at == tokens.size() || tokens.get(at).kind() != Token.Kind.NUMBER) {
            throw unreadable("an option of the sequence has no number");
        }
        try {
            return Long.parseLong(sign + tokens.get(at++).text());
        } catch (NumberFormatException e) {
            throw unreadable("an option of the sequence is not a whole number");
        }
    }

    private void namedCheck() {
        String name = name().name();
        if (!accept("check")) {
            throw unreadable("only a check can be named here; name a key or unique constraint by @Table");
        }
        checks.add(new Constraint.Check(name, parenthesised()));
    }

    private QualifiedName name() {
        String first = part("a name");
        return accept(".") ? new QualifiedName(first, part("a name")) : QualifiedName.of(first);
    }

    private String part(String what) {
        if (at == tokens.size() || !tokens.get(at).isName()) {
            throw unreadable(what + " is missing");
        }
        return tokens.get(at++).text();
    }

    private boolean accept(String word) {
        if (at < tokens.size() && tokens.get(at).is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unreadable("\"" + word + "\" is missing"
                    + (at < tokens.size()
                            ? " before \"" + text.substring(tokens.get(at).start()) + "\""
                            : " at its end"));
        }
    }

    private IllegalArgumentException unreadable(String reason) {
        return new IllegalArgumentException(
                "the column definition \"" + text + "\" is not one that PostgreSQL reads: " + reason);
    }
}
