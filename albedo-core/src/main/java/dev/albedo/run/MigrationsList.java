package dev.albedo.run;

import dev.albedo.format.FileFormat;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The revisions of a module as text, so that nothing scans a class path and no class is loaded to know the graph.
 *
 * <p>UTF-8 with LF, one line a revision, sorted by id: id, binary class name, parents, dependsOn, labels, created, parted
 * by tabs; several parents, dependencies or labels are parted by commas. If the code of its data steps is known, two more
 * fields have the digests for up and down. Other lines that begin with {@code #} and empty lines mean nothing, so that files
 * of several modules can be put behind each other; the line {@code # format 1} states the format.
 */
public final class MigrationsList {

    /** Where it is found in a class output or jar. */
    public static final String RESOURCE = "META-INF/albedo/migrations.list";

    private static final FileFormat FORMAT = new FileFormat(1);
    private static final String HEADER =
            "# Albedo's migrations: id, class, parents, depends on, labels, created\n" + FORMAT.line() + "\n";
    private static final int FIELDS = 6;
    private static final int FIELDS_WITH_CODE = 8;

    private MigrationsList() {}

    /**
     * The text for these revisions.
     *
     * @throws IllegalArgumentException if one of them has a character that parts fields
     */
    public static String write(Collection<RevisionNode> revisions) {
        StringBuilder text = new StringBuilder(HEADER);
        revisions.stream()
                .sorted(Comparator.comparing(RevisionNode::id).thenComparing(RevisionNode::className))
                .forEach(revision -> {
                    field(text, revision.id()).append('\t');
                    field(text, revision.className()).append('\t');
                    list(text, revision.parents()).append('\t');
                    list(text, revision.dependsOn()).append('\t');
                    list(text, revision.labels()).append('\t');
                    field(text, revision.created());
                    if (!revision.stepCode().equals(StepCode.NONE)) {
                        field(text.append('\t'), revision.stepCode().up()).append('\t');
                        field(text, revision.stepCode().down());
                    }
                    text.append('\n');
                });
        return text.toString();
    }

    private static StringBuilder field(StringBuilder text, String value) {
        if (value.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("\"" + value + "\" has a tab or a line break in it");
        }
        return text.append(value);
    }

    private static StringBuilder list(StringBuilder text, List<String> values) {
        if (values.stream().anyMatch(value -> value.isEmpty() || value.indexOf(',') >= 0)) {
            throw new IllegalArgumentException("one of " + values + " is empty or has a comma in it");
        }
        return field(text, String.join(",", values));
    }

    /**
     * The revisions in a text, in its order.
     *
     * @param where what the text is, for messages
     * @throws IllegalArgumentException if a line is not as it must be, or a newer Albedo wrote it
     */
    public static List<RevisionNode> read(String text, String where) {
        FORMAT.require(text, where, "compile the project again with mvn clean compile");
        List<RevisionNode> revisions = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String content = text.substring(start, end < 0 ? text.length() : end);
            start = end < 0 ? text.length() : end + 1;
            line++;
            if (!content.isEmpty() && content.charAt(0) != '#') {
                revisions.add(parse(content, where, line));
            }
        }
        return revisions;
    }

    private static RevisionNode parse(String line, String where, int number) {
        String[] fields = line.split("\t", -1);
        boolean hasCode = fields.length == FIELDS_WITH_CODE;
        if ((fields.length != FIELDS && !hasCode) || fields[0].isEmpty() || fields[1].isEmpty()) {
            throw new IllegalArgumentException("line " + number + " of " + where
                    + " is not what Albedo's processor writes; compile the project again");
        }
        return new RevisionNode(
                fields[0],
                fields[1],
                values(fields[2]),
                values(fields[3]),
                values(fields[4]),
                fields[5],
                hasCode ? new StepCode(fields[6], fields[7]) : StepCode.NONE);
    }

    private static List<String> values(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split(","));
    }
}
