package dev.albedo.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a text file, which a comment in it states: {@code # format 1}. A file without such a line is older, and read as
 * format 1. A format goes up when a file may state something that an earlier Albedo would not understand.
 *
 * @param number of the format that is written, and the newest that is read
 */
public record FileFormat(int number) {

    private static final Pattern LINE = Pattern.compile("(?m)^# format (\\d{1,9})\\r?$");

    /** Returns the line that states it, without a line break. */
    public String line() {
        return "# format " + number;
    }

    /**
     * Refuses a text of a newer format.
     *
     * @param file names the file, for the message
     * @param remedy what to do beside using the newer Albedo, as a clause
     * @throws IllegalArgumentException if the text states a newer format
     */
    public void require(String text, String file, String remedy) {
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            int stated = Integer.parseInt(line.group(1));
            if (stated > number) {
                throw new IllegalArgumentException(newer(file, stated, number) + ": use that version, or " + remedy);
            }
        }
    }

    /** Says that something is of a newer format, as a clause. */
    public static String newer(String what, long stated, int known) {
        return what + " was written by a newer Albedo (format " + stated + "; this one reads up to format " + known
                + ")";
    }
}
