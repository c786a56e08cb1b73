package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words of one database (SQLSTATEs, names of its catalog and of its functions) outside of the package of its dialect. A
 * dependency between classes shows in {@link ArrowsTest}; a constant or a text does not.
 */
class OneDatabaseWordsTest {

    /** A SQLSTATE in a text, alone or among others; a name of the catalog or of a function. */
    private static final Pattern WORDS = Pattern.compile("[\"|][0-9][0-9A-Z]{4}[\"|]|\\bpg_[a-z]+|clock_timestamp\\(");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    private static final List<String> MODULES =
            List.of("albedo-annotations", "albedo-core", "albedo-processor", "albedo-maven-plugin");

    /**
     * The packages that speak of one database: that of its dialect, and the one that starts a server of this very product for
     * those who have none.
     */
    private static final List<String> PACKAGES = List.of("dialect/postgresql/", "maven/connect/embedded/");

    @Test
    void onlyThesePackagesSpeakOneDatabase() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String module : MODULES) {
            Path sources = Path.of("..", module, "src", "main", "java", "dev", "albedo");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = sources.relativize(file).toString().replace('\\', '/');
                    String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                    if (PACKAGES.stream().noneMatch(name::startsWith)
                            && WORDS.matcher(code).find()) {
                        found.add(name);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
