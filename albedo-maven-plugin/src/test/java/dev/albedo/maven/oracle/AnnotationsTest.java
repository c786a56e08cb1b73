package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each annotation of Jakarta Persistence, Hibernate and Envers is in a model of the oracle, or in
 * {@code annotations-without-ddl.txt} with the reason why it changes nothing in a schema.
 */
class AnnotationsTest {

    private static final Path WITHOUT_DDL = Path.of("src/test/resources/annotations-without-ddl.txt");

    private static final List<String> RELEASES = List.of("6.6", "7.4", "8.0");

    private static final List<String> PACKAGES =
            List.of("jakarta/persistence/", "org/hibernate/annotations/", "org/hibernate/envers/");

    @ParameterizedTest
    @ValueSource(strings = {"6.6", "7.4", "8.0"})
    void isInAModelOrHasNoDdl(String release) throws Exception {
        Set<String> unexplained = annotations(release);
        assertThat(unexplained).contains("jakarta.persistence.Column", "org.hibernate.annotations.Check");
        unexplained.removeAll(withoutDdl().keySet());
        unexplained.removeAll(usedIn(release, unexplained));
        assertThat(unexplained)
                .as("annotations of Hibernate %s without a model", release)
                .isEmpty();
    }

    @Test
    void theListNamesWhatThereIs() throws Exception {
        Set<String> all = new TreeSet<>();
        for (String release : RELEASES) {
            all.addAll(annotations(release));
        }
        assertThat(all).containsAll(withoutDdl().keySet());
        assertThat(withoutDdl().values())
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
    }

    /** Names of annotations, each with the reason. */
    private static Map<String, String> withoutDdl() throws IOException {
        TreeMap<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(WITHOUT_DDL)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(" \\| ", 3);
                for (String name : cells[1].split(", ")) {
                    assertThat(reasons.put(cells[0] + "." + name, cells[2]))
                            .as("a second entry for %s", name)
                            .isNull();
                }
            }
        }
        return reasons;
    }

    private static Set<String> annotations(String release) throws Exception {
        Set<String> found = new TreeSet<>();
        try (OpenHibernate hibernate = new OpenHibernate(OpenHibernate.jars("hibernate-" + release))) {
            for (Path jar : OpenHibernate.jars("hibernate-" + release)) {
                for (String name : classes(jar)) {
                    if (hibernate.load(name).isAnnotation()) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> classes(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name ->
                            name.endsWith(".class") && PACKAGES.contains(name.substring(0, name.lastIndexOf('/') + 1)))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
        }
    }

    /** Those of the annotations that the class files of the release's models name. */
    private static List<String> usedIn(String release, Set<String> annotations) throws Exception {
        List<String> classFiles = new ArrayList<>();
        try (HibernateRelease compiled = new HibernateRelease(release, "annotations", Model.all());
                Stream<Path> files = Files.walk(compiled.classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classFiles.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        String all = String.join("\n", classFiles);
        return annotations.stream()
                .filter(name -> all.contains("L" + name.replace('.', '/') + ";"))
                .toList();
    }
}
