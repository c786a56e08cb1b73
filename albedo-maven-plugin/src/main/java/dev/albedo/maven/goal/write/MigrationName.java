package dev.albedo.maven.goal.write;

import dev.albedo.maven.goal.report.GoalException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a migration, as part of a class name: {@code AddEmailToCustomer}, {@code add_email_to_customer}.
 *
 * <p>Java would take letters of any script, but the class is a file, and a JVM whose locale is POSIX, as in many containers,
 * finds no file with other letters than those of ASCII. So they are spelled in these, and refused where that is not known.
 */
final class MigrationName {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    /** Some file systems take no more than 255 bytes for a file name. */
    private static final int LONGEST = 120;

    private MigrationName() {}

    /**
     * Its words, each with a capital.
     *
     * @throws GoalException if the name is missing, has neither letter nor digit, or letters that cannot be spelled in ASCII
     */
    static String camel(@Nullable String name, String goal) {
        return words(name, goal).stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /**
     * Its words in small letters.
     *
     * @throws GoalException as {@link #camel} does
     */
    static String slug(@Nullable String name, String goal) {
        return String.join("_", words(name, goal)).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(@Nullable String name, String goal) {
        String plain = Transliteration.ascii(name == null ? "" : name).replace("'", "");
        Set<String> unspelled = plain.codePoints()
                .filter(letter -> letter > 127 && Character.isLetterOrDigit(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!unspelled.isEmpty()) {
            throw new GoalException("The name \"" + name
                    + "\" has letters that are not portable in file names (" + String.join("," + " ", unspelled)
                    + "): use Latin, Greek or Cyrillic letters"
                    + ", for example mvn albedo:" + goal + " -Dname=\"add email to customer\"");
        }
        List<String> words = new ArrayList<>();
        int length = 0;
        Matcher found = WORD.matcher(plain);
        while (found.find() && length + found.group().length() <= LONGEST) {
            words.add(found.group());
            length += found.group().length();
        }
        if (words.isEmpty()) {
            throw new GoalException((name == null || name.isBlank()
                            ? "The migration has no name"
                            : "The name \"" + name + "\" has no letter or digit for a class name")
                    + ": describe the change, for example mvn albedo:" + goal + " -Dname=\"add email to customer\"");
        }
        return words;
    }
}
