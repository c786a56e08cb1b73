package dev.albedo.run;

import dev.albedo.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a revision means, in one direction: its operations as canonical text, which the checksum is computed from, and in
 * words. Both are without passwords. What only says that a loss of data is known is not among them.
 *
 * @param format of the canonical text; 0 for that of an Albedo that had no formats
 * @param lines one an operation, in order
 */
public record RevisionContent(int format, List<Line> lines) {

    /**
     * An operation.
     *
     * @param text canonical, in one line
     * @param words as people read it, in one line
     */
    public record Line(String text, String words) {}

    public RevisionContent {
        lines = List.copyOf(lines);
    }

    /**
     * What these operations mean.
     *
     * @param stepCode a digest of the code of those that are steps in Java; empty if it is not known
     */
    static RevisionContent of(List<Operation> operations, String stepCode) {
        return new RevisionContent(
                OperationText.FORMAT,
                operations.stream()
                        .filter(OperationText::counts)
                        .map(operation ->
                                new Line(OperationText.of(operation, stepCode).toString(), Secrets.words(operation)))
                        .toList());
    }

    /** The same as it is where the code of steps in Java is not known: when another compiler has been at work. */
    RevisionContent withoutCode() {
        return lines.stream().noneMatch(line -> line.text().contains(OperationText.CODE))
                ? this
                : changed(node -> node.without(OperationText.CODE));
    }

    private RevisionContent changed(UnaryOperator<TextNode> change) {
        return new RevisionContent(
                format,
                lines.stream()
                        .map(line -> new Line(
                                TextNode.parse(line.text())
                                        .map(node -> change.apply(node).toString())
                                        .orElse(line.text()),
                                line.words()))
                        .toList());
    }

    /**
     * Whether this, which was recorded, is what is meant now. The code of steps in Java counts only if both are known to have
     * been compiled by who can read it in the same way; what is taken for a password now may not have been when this was recorded. What was
     * recorded in another format is compared by its words.
     */
    boolean means(RevisionContent now) {
        if (format != now.format) {
            return words().equals(now.words());
        }
        RevisionContent recorded = changed(node -> node.values(Secrets::maskSql));
        return codeFormat().equals(now.codeFormat())
                ? recorded.texts().equals(now.texts())
                : recorded.withoutCode().texts().equals(now.withoutCode().texts());
    }

    /** The format of the digest of the code of steps in Java; nothing if it is not known. */
    private Optional<Integer> codeFormat() {
        return lines.stream()
                .flatMap(line -> TextNode.parse(line.text()).stream())
                .flatMap(node -> node.child(OperationText.CODE).stream())
                .map(node -> Checksum.format(String.valueOf(node.value())))
                .findFirst();
    }

    private List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    private List<String> words() {
        return lines.stream().map(Line::words).toList();
    }

    /** What {@link #operations} and {@link #summary} wrote, of which the checksum tells the format. */
    static RevisionContent read(String checksum, String operations, String summary) {
        List<String> texts = operations.lines().toList();
        List<String> words = summary.lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Line(texts.get(i), i < words.size() ? words.get(i) : texts.get(i)));
        }
        return new RevisionContent(Checksum.format(checksum), lines);
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

    /** The format, a colon, and the first half of the SHA-256 of {@link #operations} in UTF-8, in hexadecimal digits. */
    public String checksum() {
        return Checksum.of(format, operations());
    }
}
