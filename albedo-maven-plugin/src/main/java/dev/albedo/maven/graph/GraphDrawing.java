package dev.albedo.maven.graph;

import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Draws revisions with the lines that lead from each to its parents, in columns beside their texts. */
final class GraphDrawing {

    /** The ids that the columns lead down to, from left to right. */
    private final List<String> columns = new ArrayList<>();

    private final Set<String> shown = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    /** The column that the last revision ended, if it was the last column; else none has this number. */
    private int ended = -1;

    private GraphDrawing(Collection<RevisionNode> nodes) {
        nodes.forEach(node -> shown.add(node.id()));
    }

    /**
     * The lines of the drawing.
     *
     * @param newestFirst each before its parents; parents that are not among them are not drawn
     * @param text what stands beside a revision, a line or more
     */
    static List<String> of(List<RevisionNode> newestFirst, Function<RevisionNode, List<String>> text) {
        GraphDrawing drawing = new GraphDrawing(newestFirst);
        newestFirst.forEach(node -> drawing.add(node, text.apply(node)));
        return drawing.lines;
    }

    private void add(RevisionNode node, List<String> texts) {
        int at = columnOf(node.id());
        List<String> parents =
                node.parents().stream().filter(shown::contains).distinct().toList();
        lines.add(beside(at, '*', texts.get(0)));
        texts.subList(1, texts.size()).forEach(text -> lines.add(beside(at, parents.isEmpty() ? ' ' : '|', text)));
        ended = -1;
        if (parents.isEmpty()) {
            end(at);
            return;
        }
        columns.set(at, parents.get(0));
        for (int i = parents.size() - 1; i > 0; i--) {
            open(at, parents.get(i));
        }
    }

    /** The one column that leads to a revision, after all others that do are joined with it; a new one for a head. */
    private int columnOf(String id) {
        int at = columns.indexOf(id);
        if (at < 0) {
            if (columns.size() == ended) {
                lines.add(bars(columns.size()).toString().stripTrailing());
            }
            columns.add(id);
            return columns.size() - 1;
        }
        for (int other = at + 1; other < columns.size(); other++) {
            if (columns.get(other).equals(id)) {
                join(at, other);
                other--;
            }
        }
        return at;
    }

    /** Leads a column to one on its left, across those between them; those on its right move up. */
    private void join(int at, int other) {
        columns.remove(other);
        for (int gap = other - 1; gap >= at; gap--) {
            boolean first = gap == other - 1;
            StringBuilder row = bars(first ? other : columns.size());
            row.setCharAt(2 * gap + 1, '/');
            for (int moving = other; first && moving < columns.size(); moving++) {
                row.setCharAt(2 * moving + 1, '/');
            }
            lines.add(row.toString().stripTrailing());
        }
    }

    /** Begins a column right of another one; those on the right of it make room. */
    private void open(int at, String id) {
        StringBuilder row = bars(at + 1);
        for (int moving = at; moving < columns.size(); moving++) {
            row.setCharAt(2 * moving + 1, '\\');
        }
        columns.add(at + 1, id);
        lines.add(row.toString().stripTrailing());
    }

    /** Ends a column; those on its right move up. */
    private void end(int at) {
        columns.remove(at);
        if (at == columns.size()) {
            ended = at;
            return;
        }
        StringBuilder row = bars(at);
        for (int moving = at; moving < columns.size(); moving++) {
            row.setCharAt(2 * moving + 1, '/');
        }
        lines.add(row.toString().stripTrailing());
    }

    private String beside(int at, char mark, String text) {
        StringBuilder row = bars(columns.size());
        row.setCharAt(2 * at, mark);
        return (row.substring(0, 2 * columns.size()) + text).stripTrailing();
    }

    /** A row with the first columns as they go straight down, and room for all that there may be. */
    private StringBuilder bars(int straight) {
        char[] row = new char[2 * (columns.size() + 2)];
        Arrays.fill(row, ' ');
        for (int column = 0; column < straight; column++) {
            row[2 * column] = '|';
        }
        return new StringBuilder().append(row);
    }
}
