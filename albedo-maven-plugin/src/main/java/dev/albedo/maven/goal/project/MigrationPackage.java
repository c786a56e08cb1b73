package dev.albedo.maven.goal.project;

import dev.albedo.processor.hibernate.ModelList;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The package a new migration goes into, where nobody says it. */
public final class MigrationPackage {

    private static final String OWN = "migrations";

    private MigrationPackage() {}

    /**
     * The package of the newest migration; for the first one, {@code migrations} within the package that all model classes
     * are in; if they have none in common, within the project's group.
     */
    public static String choose(RevisionGraph graph, Path classOutput, String groupId) throws IOException {
        Path list = classOutput.resolve(ModelList.RESOURCE);
        Set<String> classes =
                Files.exists(list) ? ModelList.read(Files.readString(list, StandardCharsets.UTF_8)) : Set.of();
        return choose(graph, classes, groupId);
    }

    static String choose(RevisionGraph graph, Collection<String> modelClasses, String groupId) {
        List<RevisionNode> ordered = graph.ordered();
        if (!ordered.isEmpty()) {
            return packageOf(ordered.get(ordered.size() - 1).className());
        }
        String common = modelClasses.stream()
                .map(MigrationPackage::packageOf)
                .reduce(MigrationPackage::common)
                .orElse("");
        return (common.isEmpty() ? sanitised(groupId) : common) + "." + OWN;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private static String common(String one, String other) {
        String common = one;
        while (!common.isEmpty() && !other.equals(common) && !other.startsWith(common + ".")) {
            common = packageOf(common);
        }
        return common;
    }

    private static String sanitised(String groupId) {
        return List.of(groupId.split("\\.")).stream()
                .map(part -> part.replaceAll("[^A-Za-z0-9_]", "_"))
                .map(part -> SourceVersion.isName(part) ? part : "_" + part)
                .collect(Collectors.joining("."));
    }
}
