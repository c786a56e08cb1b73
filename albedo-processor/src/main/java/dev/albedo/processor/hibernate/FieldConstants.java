package dev.albedo.processor.hibernate;

import dev.albedo.format.FileFormat;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The constants that the fields of model classes are initialised with, as text: {@code shop.Customer#stars=3}, one a line,
 * sorted, LF. Only the compiler sees them: once compiled they are code of the constructor.
 *
 * @param byField the constants as a user would write them, strings and characters without quotes
 */
public record FieldConstants(SortedMap<String, String> byField) {

    /** Where it is found in a class output or jar. */
    public static final String RESOURCE = "META-INF/albedo/constants.list";

    private static final char FIELD = '#';

    public FieldConstants {
        byField = Collections.unmodifiableSortedMap(new TreeMap<>(byField));
    }

    /** What names a field. */
    public static String key(String className, String field) {
        return className + FIELD + field;
    }

    /** The binary name of the class that a key begins with. */
    public static String className(String key) {
        return key.substring(0, key.indexOf(FIELD));
    }

    public String write() {
        return byField.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    public static FieldConstants read(String text) {
        new FileFormat(1)
                .require(text, "the " + RESOURCE + " of a module", "compile that module again with this version");
        Map<String, String> found = text.lines()
                .filter(line -> line.indexOf('=') > line.indexOf(FIELD))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1).translateEscapes(),
                        (first, second) -> first));
        return new FieldConstants(new TreeMap<>(found));
    }
}
