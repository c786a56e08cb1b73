package dev.albedo.maven.writer;

import dev.albedo.maven.writer.MigrationWriter.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A project's own frame around what is generated: {@code ${imports}}, the annotation {@code ${revision}}, {@code ${class}}
 * and the members {@code ${methods}}, which must all be in it; {@code ${package}}, {@code ${name}}, {@code ${id}}, {@code
 * ${parents}} and {@code ${created}} where it wants them. The layout comes after it.
 */
public final class Template {

    private static final Set<String> REQUIRED = Set.of("imports", "revision", "class", "methods");

    private static final Pattern TOKEN = Pattern.compile("\\$\\{([^}\\n]*)}");

    /** The parts of the source that {@link MigrationWriter} writes. */
    private static final Pattern SOURCE = Pattern.compile(
            "package (?<package>[^;]+);\\s+(?<imports>(?:import [^;]+;\\s+)*)(?<revision>@Revision\\(.*?\\))\\s+public final"
                    + " class (?<class>\\w+) implements Migration \\{(?<methods>.*)}\\s*",
            Pattern.DOTALL);

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /**
     * A template.
     *
     * @throws IllegalArgumentException if it lacks what it must have, or says what is not known
     */
    public static Template parse(String text) {
        Set<String> tokens =
                TOKEN.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(REQUIRED);
        missing.removeAll(tokens);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("it lacks " + words(missing));
        }
        Set<String> unknown = new TreeSet<>(tokens);
        Set<String> known =
                Set.of("package", "imports", "revision", "class", "methods", "name", "id", "parents", "created");
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(words(unknown) + " is unknown; use " + words(new TreeSet<>(known)));
        }
        return new Template(text);
    }

    private static String words(Set<String> tokens) {
        return tokens.stream().map(token -> "${" + token + "}").collect(Collectors.joining(", "));
    }

    /** The generated source of a draft within this frame. */
    String around(String source, Draft draft) {
        Matcher parts = SOURCE.matcher(source);
        if (!parts.matches()) {
            throw new IllegalStateException("not the source of a migration: " + source);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : new String[] {"package", "imports", "revision", "class", "methods"}) {
            values.put(part, parts.group(part).strip());
        }
        values.put("name", harmless(draft.name()));
        values.put("id", harmless(draft.id()));
        values.put("parents", harmless(String.join(", ", draft.parents())));
        values.put("created", harmless(draft.created()));
        return TOKEN.matcher(text).replaceAll(token -> Matcher.quoteReplacement(values.get(token.group(1))));
    }

    /** Text that leaves neither a comment nor a string it is put into. */
    private static String harmless(String value) {
        return Comments.safe(value).replace("*/", "* /").replace("\"", "'");
    }
}
