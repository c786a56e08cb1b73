package dev.albedo.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is different between two lists of operations, in words. */
final class Difference {

    /** How many lines of what is the same are shown around what is not. */
    private static final int LINES_AROUND = 1;

    private final List<RevisionContent.Line> before;
    private final List<RevisionContent.Line> after;

    /** Whether the canonical texts are of one format; if not, the words are compared. */
    private final boolean comparable;

    /** Of each line before that is still there, which one after it is. */
    private final Map<Integer, Integer> kept = new HashMap<>();

    private Difference(RevisionContent before, RevisionContent after) {
        this.before = before.lines();
        this.after = after.lines();
        this.comparable = before.format() == after.format();
    }

    /** The lines, each with a sign and a space before it. */
    static List<String> of(RevisionContent before, RevisionContent after) {
        Difference difference = new Difference(before, after);
        difference.align();
        return difference.lines();
    }

    /** Finds the longest common subsequence, of what is not the same at both ends. */
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
        return comparable
                ? before.get(i).text().equals(after.get(j).text())
                : before.get(i).words().equals(after.get(j).words());
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

    private void changed(List<String> lines, List<RevisionContent.Line> removed, List<RevisionContent.Line> added) {
        List<RevisionContent.Line> left = new ArrayList<>(added);
        for (RevisionContent.Line line : removed) {
            RevisionContent.@Nullable Line other = comparable
                    ? left.stream()
                            .filter(each -> isSameThing(line, each))
                            .findFirst()
                            .orElse(null)
                    : null;
            List<String> words = other == null ? List.of() : TextDifference.of(node(line), node(other));
            if (words.isEmpty()) {
                lines.add("- " + line.words());
            } else {
                left.remove(other);
                words.forEach(each -> lines.add("~ " + each));
            }
        }
        left.forEach(line -> lines.add("+ " + line.words()));
    }

    private static boolean isSameThing(RevisionContent.Line line, RevisionContent.Line other) {
        return node(line).label().equals(OperationText.RUN_SQL)
                ? line.words().equals(other.words())
                : TextDifference.comparable(node(line), node(other));
    }

    private static TextNode node(RevisionContent.Line line) {
        return TextNode.parse(line.text()).orElseGet(() -> TextNode.of("", line.text()));
    }
}
