package dev.albedo.dialect;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** How a database spells names, literals and types. No database is asked. */
public interface Spelling {

    /** An identifier, quoted. */
    String identifier(String name);

    /** Returns identifiers, quoted, with commas between them. */
    default String identifiers(List<String> names) {
        return names.stream().map(this::identifier).collect(Collectors.joining(", "));
    }

    /** Returns how many bytes of a name the database keeps, in UTF-8. */
    int longestName();

    /** A qualified name, its parts quoted. */
    String name(QualifiedName name);

    /** A string literal. */
    String literal(String text);

    /**
     * Returns the type that a text names, as people, Hibernate or the server itself spell it.
     *
     * @throws IllegalArgumentException if the text is not one type
     */
    SqlType type(String text);

    /**
     * Takes what JPA calls a {@code columnDefinition} apart: the type and what follows it.
     *
     * @throws IllegalArgumentException if the text has something in it that a column here cannot have
     */
    ColumnDefinition columnDefinition(String text);
}
