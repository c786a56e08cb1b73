package dev.albedo.maven.goal;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The class name of a migration, from what the user calls it: {@code M20261122213005_AddEmailToCustomer}. */
final class MigrationName {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Some file systems take no more than 255 bytes for a file name. */
    private static final int LONGEST = 120;

    private MigrationName() {}

    /**
     * The class name.
     *
     * @throws GoalException if the name is missing or has neither letter nor digit
     */
    static String className(@Nullable String name, Instant created, String goal) {
        String camel = camel(name == null ? "" : name);
        if (camel.isEmpty()) {
            throw new GoalException((name == null || name.isBlank()
                            ? "The migration has no name"
                            : "The name \"" + name + "\" has no letter or digit that a class name could have")
                    + ": say what it does, for example mvn albedo:" + goal + " -Dname=\"add email to customer\"");
        }
        return "M" + STAMP.format(created) + "_" + camel;
    }

    private static String camel(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("\u00df", "ss")
                .replace("'", "");
        StringBuilder camel = new StringBuilder();
        Matcher words = WORD.matcher(plain);
        while (words.find() && camel.length() + words.group().length() <= LONGEST) {
            camel.append(words.group().substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words.group().substring(1));
        }
        return camel.toString();
    }
}
