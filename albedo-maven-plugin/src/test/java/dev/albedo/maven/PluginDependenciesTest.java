package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the plugin brings along. A Maven before 3.9 adds plexus-utils 1.1 to a plugin that names none; and who depends on the
 * plugin does not get the {@code dependencyManagement} of its parent, so what the build had to settle there the plugin names.
 */
class PluginDependenciesTest {

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    /** Settled for Hibernate and for tests, of Maven's own, or the only version there is. */
    private static final Set<String> NOT_OF_THE_PLUGIN =
            Set.of("jakarta.xml.bind-api", "byte-buddy", "slf4j-api", "jboss-logging", "guava");

    @Test
    void whatTheBuildSettlesIsSettledForUsersToo() throws Exception {
        String parent = Files.readString(Path.of("../pom.xml"));
        String settled = parent.substring(
                parent.indexOf("<!-- Where two dependencies bring different versions of a third"),
                parent.indexOf("</dependencyManagement>"));
        Set<String> expected = new TreeSet<>(artifacts(settled));
        assertThat(expected).contains("commons-io", "plexus-utils");
        expected.removeAll(NOT_OF_THE_PLUGIN);
        String plugin = Files.readString(Path.of("pom.xml"));
        String dependencies = plugin.substring(plugin.indexOf("<dependencies>"), plugin.indexOf("</dependencies>"));
        assertThat(artifacts(dependencies)).containsAll(expected);
    }

    private static List<String> artifacts(String xml) {
        return ARTIFACT.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.toList());
    }
}
