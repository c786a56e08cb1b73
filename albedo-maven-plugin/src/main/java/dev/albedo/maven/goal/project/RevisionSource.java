package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a migration, of which only the {@code @Revision} is understood, and only if it is written as Albedo writes
 * it: with literals, and without comments in it. Whatever else is in the file stays as it is.
 *
 * @param file the source
 */
public record RevisionSource(Path file) {

    private static final Pattern ANNOTATION =
            Pattern.compile("@(?:dev\\.albedo\\.)?Revision\\s*\\(((?:[^()\"/]|\"(?:[^\"\\\\]|\\\\.)*\")*)\\)");

    private static final Pattern PARENT =
            Pattern.compile("\\bparent\\s*=\\s*(?:\"([^\"\\\\]*)\"|\\{\\s*(?:\"([^\"\\\\]*)\"\\s*,?\\s*)?\\})");

    /**
     * Gives a revision another parent.
     *
     * @param revision the revision, with no parent or one
     * @throws GoalException if it is not written like that or the file cannot be changed; then nothing was
     */
    public void changeParent(RevisionNode revision, String parent) {
        try {
            String source = Files.readString(file, StandardCharsets.UTF_8);
            String changed = changed(source, revision, parent);
            try (WholeFile whole = WholeFile.prepare(file, changed)) {
                whole.publish();
            }
        } catch (IOException e) {
            throw new GoalException("Cannot change " + file + ", so nothing was changed: " + IoMessages.of(e), e);
        }
    }

    private String changed(String source, RevisionNode revision, String parent) {
        Pattern id = Pattern.compile("\\bid\\s*=\\s*\"" + Pattern.quote(revision.id()) + "\"");
        List<String> changed = new ArrayList<>();
        Matcher annotations = ANNOTATION.matcher(source);
        while (annotations.find()) {
            Matcher identifier = id.matcher(annotations.group(1));
            if (identifier.find()) {
                Matcher old = PARENT.matcher(annotations.group(1));
                boolean hasOld = old.find();
                boolean fits = hasOld
                        ? old.group(1) != null
                                ? revision.parents().equals(List.of(old.group(1)))
                                : revision.parents().equals(old.group(2) == null ? List.of() : List.of(old.group(2)))
                        : revision.parents().isEmpty() && !annotations.group(1).contains("parent");
                if (fits) {
                    int start = annotations.start(1) + (hasOld ? old.start() : identifier.end());
                    int end = annotations.start(1) + (hasOld ? old.end() : identifier.end());
                    changed.add(source.substring(0, start) + (hasOld ? "" : ", ") + "parent = \"" + parent + "\""
                            + source.substring(end));
                }
            }
        }
        if (changed.size() != 1) {
            throw new GoalException("The @Revision of " + revision.describe() + " in " + file
                    + " is not written with plain literals, so nothing was changed: write parent = \"" + parent
                    + "\" there yourself");
        }
        return changed.get(0);
    }
}
