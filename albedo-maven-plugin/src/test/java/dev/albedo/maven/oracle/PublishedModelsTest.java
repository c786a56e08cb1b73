package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that were not made for Albedo: the entities in the published sources of other projects, two releases each. From
 * nothing to the first, to the second, and back. The integration test {@code create-real-model} does the same with
 * another, through Maven.
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
     * @param starts whether Hibernate starts with the model alone; the keys of HAPI FHIR need a service of its server
     */
    private record Project(
            String name, String hibernate, String first, String second, List<Integer> classes, boolean starts) {

        PublishedRelease release(String version) throws Exception {
            return new PublishedRelease(hibernate, name + "-" + version);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Project> projects() {
        return Stream.of(
                new Project("hapi-fhir", "6.6", "8.0.0", "8.8.0", List.of(72, 76), false),
                new Project("kogito", "6.6", "10.0.0", "10.1.0", List.of(10, 10), true),
                new Project("axon", "6.6", "4.7.0", "4.13.0", List.of(11, 11), true),
                new Project("spring-modulith", "6.6", "1.4.10", "2.0.6", List.of(3, 3), true));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void fromNothingToOneReleaseToTheNextAndBack(Project project) throws Exception {
        try (PublishedRelease first = project.release(project.first());
                PublishedRelease second = project.release(project.second());
                TestDatabase database = TestDatabases.create()) {
            assertThat(List.of(first.classes().size(), second.classes().size())).isEqualTo(project.classes());
            String nothing = shape(database);

            SchemaDiff creation = migrate(project, first, database);
            String start = shape(database);
            SchemaDiff upgrade = migrate(project, second, database);

            second.planning().run(upgrade.reverse(), database);
            assertThat(shape(database)).as("after the way back").isEqualTo(start);
            assertThat(described(first.planning().of(database)))
                    .as("a plan after the way back")
                    .isEmpty();
            first.planning().run(creation.reverse(), database);
            assertThat(shape(database)).as("when all is taken back").isEqualTo(nothing);
            assertThat(described(first.planning().of(database)))
                    .as("a plan when all is taken back")
                    .isEqualTo(described(creation));
        }
    }

    private static SchemaDiff migrate(Project project, PublishedRelease release, TestDatabase database)
            throws Exception {
        SchemaDiff plan = release.planning().of(database);
        release.planning().run(plan, database);
        assertThat(described(release.planning().of(database)))
                .as("a second plan")
                .isEmpty();
        release.byHibernate(project.starts(), "validate", database);
        try (TestDatabase expected = TestDatabases.create()) {
            release.byHibernate(project.starts(), "create-only", expected);
            assertThat(shape(database)).as("what Hibernate creates").isEqualTo(shape(expected));
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
