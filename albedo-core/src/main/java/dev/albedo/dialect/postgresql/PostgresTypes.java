package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ColumnDefinition;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.SqlType;
import java.util.List;

/**
 * Reads types as people, Hibernate and the server itself spell them, and gives the one spelling that
 * {@link dev.albedo.schema.Types} has for each. PostgreSQL manual, table 8.1 and section 8.15.
 */
final class PostgresTypes {

    private PostgresTypes() {}

    /**
     * The type that a text names: an alias ({@code int4}), what {@code format_type} prints
     * ({@code character varying(255)}), what Hibernate generates ({@code timestamp(6) with time zone}), arrays in all
     * spellings, types that somebody created. What the server fills in is filled in: {@code char} is {@code char(1)},
     * {@code numeric(10)} is {@code numeric(10, 0)}; the number of dimensions of an array is dropped.
     *
     * <p>A name that is no built-in type and has no arguments is a {@link SqlType.Named}, with arguments a
     * {@link SqlType.Simple}.
     *
     * @throws IllegalArgumentException if the text is not one type, among them {@code serial}, which is a column
     *     definition, see {@link #definition}
     */
    static SqlType parse(String text) {
        List<Token> tokens = Token.of(text);
        TypeReader.Result result = new TypeReader(text, tokens).read();
        if (result.next() < tokens.size()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a type that PostgreSQL reads: \""
                    + text.substring(tokens.get(result.next()).start()) + "\" is left over");
        }
        if (result.serial()) {
            throw new IllegalArgumentException("\"" + text + "\" is no type but a column of type " + result.type()
                    + " with a sequence; say identity, or the sequence and a default");
        }
        return result.type();
    }

    /**
     * Takes what JPA calls a {@code columnDefinition} apart: the type and whatever of a column follows it.
     *
     * @throws IllegalArgumentException if the text has something in it that a column here cannot have
     */
    static ColumnDefinition definition(String text) {
        return new DefinitionReader(text).read();
    }
}
