package dev.albedo.maven.goal.write;

import dev.albedo.maven.goal.report.GoalException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * How the classes of migrations are named. A pattern may say {@code {year}}, {@code {month}}, {@code {day}}, {@code {hour}},
 * {@code {minute}} and {@code {second}} in UTC, {@code {epoch}} in seconds, the {@code {id}} of the revision, and what the
 * user calls it as {@code {Name}} or {@code {slug}}: {@code AddEmail}, {@code add_email}.
 *
 * @param pattern the name with tokens in it
 */
public record ClassNamePattern(String pattern) {

    /** {@code M20261122213005_AddEmailToCustomer}. */
    public static final String DEFAULT = "M{year}{month}{day}{hour}{minute}{second}_{Name}";

    private static final Pattern TOKEN = Pattern.compile("\\{([^}]*)}");

    private static final Map<String, String> TIMES = times();

    /** Words that no class can be named (Java specification 3.9, type identifiers). */
    private static final Set<String> NO_TYPES = Set.of("permits", "record", "sealed", "var", "yield");

    private static Map<String, String> times() {
        Map<String, String> times = new LinkedHashMap<>();
        times.put("year", "uuuu");
        times.put("month", "MM");
        times.put("day", "dd");
        times.put("hour", "HH");
        times.put("minute", "mm");
        times.put("second", "ss");
        return times;
    }

    /**
     * A name that fits no matter which id the revision will have.
     *
     * @param name what the user calls it
     * @throws GoalException if the name is no name, or the pattern makes no class name of it
     */
    void check(@Nullable String name, Instant created, String goal) {
        className(name, created, "0", goal);
    }

    /**
     * The class name.
     *
     * @param name what the user calls it
     * @throws GoalException if the name is no name, or the pattern makes no class name of it
     */
    String className(@Nullable String name, Instant created, String id, String goal) {
        Map<String, String> values = new LinkedHashMap<>();
        TIMES.forEach((token, format) -> values.put(
                token,
                DateTimeFormatter.ofPattern(format, Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(created)));
        values.put("epoch", Long.toString(created.getEpochSecond()));
        values.put("id", id);
        values.put("slug", MigrationName.slug(name, goal));
        values.put("Name", MigrationName.camel(name, goal));
        String className = TOKEN.matcher(pattern).replaceAll(token -> {
            String value = values.get(token.group(1));
            if (value == null) {
                throw new GoalException("albedo.classNamePattern is " + pattern + ", but " + token.group()
                        + " is unknown; use "
                        + values.keySet().stream()
                                .map(known -> "{" + known + "}")
                                .collect(Collectors.joining(", ")));
            }
            return Matcher.quoteReplacement(value);
        });
        if (!SourceVersion.isName(className) || className.contains(".") || NO_TYPES.contains(className)) {
            throw new GoalException("albedo.classNamePattern is " + pattern + ", which gives " + className + ","
                    + " not a Java class name: begin with a letter and use letters, digits and _, as in " + DEFAULT);
        }
        return className;
    }
}
