package dev.albedo.diff.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much two names have in common. The last word of a name counts twice: {@code first_name} and {@code given_name} are both
 * names, {@code billing_street} and {@code billing_city} are different things.
 */
final class NameLikeness {

    /** Shorter names and words say too little. */
    private static final int TELLING_LENGTH = 3;

    private static final double SHARED_WORDS = 0.5;
    private static final double CONTAINED = 0.4;
    private static final double SAME_LETTERS = 2.0 / 3;

    private NameLikeness() {}

    /**
     * Whether one name contains the other and is not much longer, half of their words are the same, or a third of the
     * letters or less has to change in what is left without the words that both have.
     */
    static boolean areAlike(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        double shorter = Math.min(first.length(), second.length());
        double longer = Math.max(first.length(), second.length());
        boolean contained = shorter >= TELLING_LENGTH && (first.contains(second) || second.contains(first));
        return first.equals(second)
                || (contained && shorter / longer >= CONTAINED)
                || sharedWords(first, second) >= SHARED_WORDS
                || sameLetters(first, second) >= SAME_LETTERS;
    }

    private static double sameLetters(String one, String other) {
        String first = without(one, other);
        String second = without(other, one);
        int longer = Math.max(first.length(), second.length());
        return longer == 0 ? 0 : 1 - (double) distance(first, second) / longer;
    }

    private static String without(String name, String other) {
        List<String> words = new ArrayList<>(List.of(split(name)));
        words.removeAll(List.of(split(other)));
        return String.join("_", words);
    }

    private static String[] split(String name) {
        return name.split("[^\\p{L}\\p{N}]+");
    }

    private static double sharedWords(String one, String other) {
        Map<String, Integer> first = words(one);
        Map<String, Integer> second = words(other);
        int shared = 0;
        int all = 0;
        for (Map.Entry<String, Integer> word : first.entrySet()) {
            int there = second.getOrDefault(word.getKey(), 0);
            shared += Math.min(word.getValue(), there);
            all += Math.max(word.getValue(), there);
        }
        for (Map.Entry<String, Integer> word : second.entrySet()) {
            all += first.containsKey(word.getKey()) ? 0 : word.getValue();
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    private static Map<String, Integer> words(String name) {
        List<String> telling = List.of(split(name)).stream()
                .filter(word -> word.length() >= TELLING_LENGTH)
                .toList();
        Map<String, Integer> words = new HashMap<>();
        telling.forEach(word -> words.put(word, 1));
        if (!telling.isEmpty()) {
            words.put(telling.get(telling.size() - 1), 2);
        }
        return words;
    }

    /** How many letters must change, come or go (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
