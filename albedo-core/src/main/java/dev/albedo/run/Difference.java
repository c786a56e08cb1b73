package dev.albedo.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two lists of operations, in words; where the words are the same, with the piece of the
 * canonical text that is not.
 */
final class Difference {

    /** How much of what is the same is shown around what is not: lines, and characters of a line. */
    private static final int LINES_AROUND = 1;

    private static final int CHARACTERS_BEFORE = 60;

    private static final int CHARACTERS_AFTER = 30;

    private final List<Meaning.Line> before;
    private final List<Meaning.Line> after;

    /** Of each line before that is still there, which one after it is. */
    private final Map<Integer, Integer> kept = new HashMap<>();

    private Difference(List<Meaning.Line> before, List<Meaning.Line> after) {
        this.before = before;
        this.after = after;
    }

    /** The lines, each with a sign and a space before it. */
    static List<String> of(List<Meaning.Line> before, List<Meaning.Line> after) {
        Difference difference = new Difference(before, after);
        difference.align();
        return difference.lines();
    }

    /** Finds the longest common subsequence, by the canonical text, of what is not the same at both ends. */
    private void align() {
        int shortest = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shortest && same(start, start)) {
            kept.put(start, start);
            start++;
        }
        int beforeEnd = before.size();
        int afterEnd = after.size();
        while (beforeEnd > start && afterEnd > start && same(beforeEnd - 1, afterEnd - 1)) {
            kept.put(--beforeEnd, --afterEnd);
        }
        align(start, beforeEnd, afterEnd);
    }

    private void align(int start, int beforeEnd, int afterEnd) {
        int[][] longest = new int[beforeEnd - start + 1][afterEnd - start + 1];
        for (int i = beforeEnd - 1; i >= start; i--) {
            for (int j = afterEnd - 1; j >= start; j--) {
                longest[i - start][j - start] = same(i, j)
                        ? longest[i - start + 1][j - start + 1] + 1
                        : Math.max(longest[i - start + 1][j - start], longest[i - start][j - start + 1]);
            }
        }
        int i = start;
        int j = start;
        while (i < beforeEnd && j < afterEnd) {
            if (same(i, j)) {
                kept.put(i++, j++);
            } else if (longest[i - start + 1][j - start] >= longest[i - start][j - start + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private boolean same(int i, int j) {
        return before.get(i).text().equals(after.get(j).text());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> same = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            Integer counterpart = i < before.size() ? kept.get(i) : null;
            if (counterpart != null && counterpart == j) {
                same.add("  " + before.get(i).words());
                i++;
                j++;
            } else {
                context(lines, same, false);
                int nextI = i;
                while (nextI < before.size() && !kept.containsKey(nextI)) {
                    nextI++;
                }
                Integer next = kept.get(nextI);
                int nextJ = next == null ? after.size() : next;
                changed(lines, before.subList(i, nextI), after.subList(j, nextJ));
                i = nextI;
                j = nextJ;
            }
        }
        context(lines, same, true);
        return lines;
    }

    /** Moves what is the same to the lines, without what is far from any difference. */
    private static void context(List<String> lines, List<String> same, boolean atEnd) {
        int head = lines.isEmpty() ? 0 : Math.min(LINES_AROUND, same.size());
        int tail = atEnd ? 0 : Math.min(LINES_AROUND, same.size() - head);
        int hidden = same.size() - head - tail;
        lines.addAll(same.subList(0, head));
        if (hidden > 0) {
            lines.add("  (" + hidden + " the same)");
        }
        lines.addAll(same.subList(same.size() - tail, same.size()));
        same.clear();
    }

    private static void changed(List<String> lines, List<Meaning.Line> before, List<Meaning.Line> after) {
        Map<String, Meaning.Line> later = new HashMap<>();
        after.forEach(line -> later.putIfAbsent(line.words(), line));
        Map<String, Meaning.Line> earlier = new HashMap<>();
        before.forEach(line -> earlier.putIfAbsent(line.words(), line));
        before.forEach(line -> lines.add("- " + told(line, later.get(line.words()))));
        after.forEach(line -> lines.add("+ " + told(line, earlier.get(line.words()))));
    }

    private static String told(Meaning.Line line, Meaning.@Nullable Line other) {
        return other == null ? line.words() : line.words() + ": " + differentPiece(line.text(), other.text());
    }

    /** The piece of a text that is not in the other one, with a little of what is around it. */
    private static String differentPiece(String text, String other) {
        int shortest = Math.min(text.length(), other.length());
        int start = 0;
        while (start < shortest && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start
                && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = Math.max(0, start - CHARACTERS_BEFORE);
        int comma = text.indexOf(',', from);
        if (from > 0 && comma >= 0 && comma < start) {
            from = comma + 1;
        }
        int to = Math.min(text.length(), text.length() - end + CHARACTERS_AFTER);
        return (from == 0 ? "" : "...") + text.substring(from, to) + (to == text.length() ? "" : "...");
    }
}
