package dev.albedo.run;

import dev.albedo.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a revision means, in one direction: its operations as canonical text, which the checksum is computed from, and in
 * words. Both are without passwords. What only says that a loss of data is known is not among them.
 *
 * @param lines one an operation, in order
 */
public record Meaning(List<Line> lines) {

    /**
     * An operation.
     *
     * @param text canonical, in one line
     * @param words as people read it, in one line
     */
    public record Line(String text, String words) {}

    public Meaning {
        lines = List.copyOf(lines);
    }

    /**
     * What these operations mean.
     *
     * @param stepCode a digest of the code of those that are steps in Java; empty if it is not known
     */
    static Meaning of(List<Operation> operations, String stepCode) {
        return new Meaning(operations.stream()
                .filter(Checksum::counts)
                .map(operation -> new Line(Checksum.text(operation, stepCode), Secrets.words(operation)))
                .toList());
    }

    /** The same as it is where the code of steps in Java is not known: when another compiler has been at work. */
    Meaning withoutCode() {
        return new Meaning(lines.stream()
                .map(line -> new Line(Checksum.withoutCode(line.text()), line.words()))
                .toList());
    }

    /** What {@link #operations} and {@link #summary} wrote. */
    static Meaning read(String operations, String summary) {
        List<String> texts = operations.lines().toList();
        List<String> words = summary.lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Line(texts.get(i), i < words.size() ? words.get(i) : texts.get(i)));
        }
        return new Meaning(lines);
    }

    /** The canonical text: one operation a line, each ending in LF. */
    public String operations() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** The operations in words: one a line, each ending in LF. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.words()).append('\n'));
        return text.toString();
    }

    /** The first half of the SHA-256 of {@link #operations} in UTF-8, in hexadecimal digits. */
    public String checksum() {
        return Checksum.of(operations());
    }
}
