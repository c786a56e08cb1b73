package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that were not made for Albedo: the entities in published releases of other projects, two releases each. From
 * nothing to the first, to the second, and back.
 */
class PublishedModelsTest {

    /**
     * A project.
     *
     * @param name as in the names of the folders that the build puts its jars into
     * @param hibernate the release of Hibernate that it is for
     * @param first its older release
     * @param second its newer release
     * @param classes how many classes of the model the two releases have
     * @param starts whether Hibernate starts with the model alone, and so can be asked what it creates and validates;
     *     the keys of HAPI FHIR need a service of its server
     */
    private record Project(
            String name, String hibernate, String first, String second, List<Integer> classes, boolean starts) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Project> projects() {
        return Stream.of(
                new Project("hapi-fhir", "6.6", "8.0.0", "8.8.0", List.of(72, 76), false),
                new Project("axon", "6.6", "4.7.0", "4.13.0", List.of(11, 11), true),
                new Project("spring-modulith", "6.6", "1.4.10", "2.0.6", List.of(3, 3), true));
    }

    /** The classes of one release. */
    private static final class Release implements AutoCloseable {
        private final OpenHibernate hibernate;
        private final List<String> classes;
        private final boolean starts;

        Release(Project project, String version) throws IOException {
            List<Path> jars = OpenHibernate.jars(project.name() + "-" + version);
            List<Path> everything = new ArrayList<>(OpenHibernate.jars("hibernate-" + project.hibernate()));
            everything.addAll(jars);
            hibernate = new OpenHibernate(everything);
            starts = project.starts();
            classes = new ArrayList<>();
            for (Path jar : jars) {
                classes.addAll(modelClasses(jar));
            }
            Collections.sort(classes);
        }

        /** Only classes that mention JPA are loaded: others may need what is not here. */
        private List<String> modelClasses(Path jar) throws IOException {
            List<String> found = new ArrayList<>();
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                        String bytes =
                                new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                        String name = entry.getName().replace('/', '.').replaceFirst("\\.class$", "");
                        if (bytes.contains("Ljakarta/persistence/") && isModelClass(bytes, name)) {
                            found.add(name);
                        }
                    }
                }
            }
            return found;
        }

        private boolean isModelClass(String bytes, String name) {
            return Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
                            .anyMatch(annotation -> bytes.contains("Ljakarta/persistence/" + annotation + ";"))
                    && hibernate.isModelClass(name);
        }

        /** Without listeners, which may need more of their projects than is here. */
        private static SortedMap<String, String> settings() {
            return new TreeMap<>(Map.of("hibernate.jpa_callbacks.enabled", "false"));
        }

        Planning planning() throws Exception {
            ModelBinding.Answer answer = hibernate.read(classes, List.of(), settings());
            assertThat(answer.problems()).isEmpty();
            return Planning.of(answer.schema());
        }

        void start(String action, TestDatabase database) throws Exception {
            hibernate.start(classes, List.of(), settings(), action, database);
        }

        @Override
        public void close() throws IOException {
            hibernate.close();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void fromNothingToOneReleaseToTheNextAndBack(Project project) throws Exception {
        try (Release first = new Release(project, project.first());
                Release second = new Release(project, project.second());
                TestDatabase database = TestDatabases.create()) {
            assertThat(List.of(first.classes.size(), second.classes.size())).isEqualTo(project.classes());
            String nothing = shape(database);

            SchemaDiff creation = migrate(first, database);
            String start = shape(database);
            SchemaDiff upgrade = migrate(second, database);

            second.planning().run(upgrade.reverse(), database);
            assertThat(shape(database)).as("after the way back").isEqualTo(start);
            assertThat(described(first.planning().of(database)))
                    .as("a plan after the way back")
                    .isEmpty();
            first.planning().run(creation.reverse(), database);
            assertThat(shape(database)).as("when all is taken back").isEqualTo(nothing);
        }
    }

    private static SchemaDiff migrate(Release release, TestDatabase database) throws Exception {
        Planning planning = release.planning();
        SchemaDiff plan = planning.of(database);
        planning.run(plan, database);
        assertThat(described(planning.of(database))).as("a second plan").isEmpty();
        if (release.starts) {
            release.start("validate", database);
            try (TestDatabase expected = TestDatabases.create()) {
                release.start("create-only", expected);
                assertThat(shape(database)).as("what Hibernate creates").isEqualTo(shape(expected));
            }
        }
        return plan;
    }

    private static String shape(TestDatabase database) throws Exception {
        return Shape.of(database, name -> false);
    }

    private static List<String> described(SchemaDiff plan) {
        return plan.operations().stream().map(Operation::describe).toList();
    }
}
