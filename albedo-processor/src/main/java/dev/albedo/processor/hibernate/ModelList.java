package dev.albedo.processor.hibernate;

import dev.albedo.format.FileFormat;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The model classes of a module as text: one binary name a line, sorted, LF. A model that is spread over several modules is
 * the sum of their lists.
 */
public final class ModelList {

    /** Where it is found in a class output or jar. */
    public static final String RESOURCE = "META-INF/albedo/model.list";

    private ModelList() {}

    public static String write(Collection<String> classes) {
        return new TreeSet<>(classes).stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    public static Set<String> read(String text) {
        new FileFormat(1)
                .require(text, "the " + RESOURCE + " of a module", "compile that module again with this version");
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
