package dev.albedo.revision;

import java.util.Locale;

/** How alike two names are, to tell a misspelled one from one that means something else. */
public final class Spelling {

    /** A name of less than this length is no misspelling of another one. */
    private static final int SHORTEST_MISSPELLED = 4;

    /** From this length on a name may have two mistakes. */
    private static final int LONG = 8;

    private Spelling() {}

    /** Returns how many mistakes a text may have and still be taken for another name. */
    public static int allowedMistakes(String text) {
        return text.length() < SHORTEST_MISSPELLED ? 0 : text.length() < LONG ? 1 : 2;
    }

    /** Returns how many characters must be added, removed or replaced (Levenshtein 1966), whatever their case. */
    public static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[to.length()];
    }
}
