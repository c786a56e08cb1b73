package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.TestMaven.Ending;
import dev.albedo.maven.option.Option;
import dev.albedo.maven.option.Options;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A misspelled option stops a goal; one that is right does not. {@link BadInputsTest} has the sentences. */
class GivenOptionsTest {

    private static final Pattern NAMED = Pattern.compile("-D(albedo\\.[A-Za-z.]*[A-Za-z])");

    /** What only Albedo's own tests and build read. */
    private static final Set<String> OF_THE_BUILD = Set.of("albedo.pairs", "albedo.seed", "albedo.runners.times");

    @TempDir
    private Path folder;

    private static Set<String> declared() {
        Set<String> properties = new TreeSet<>();
        for (MojoDescriptor mojo : TestMaven.descriptor().getMojos()) {
            for (Parameter parameter : mojo.getParameters()) {
                if (parameter.getExpression() != null) {
                    properties.add(parameter.getExpression().replaceAll("[${}]", ""));
                }
            }
        }
        return properties;
    }

    @Test
    void everyOptionThatIsNamedExists() throws IOException {
        Set<String> named = new TreeSet<>();
        List<Path> files = new ArrayList<>(List.of(Path.of("../README.md")));
        for (String root : List.of("../docs", "src/main/java", "../albedo-core/src/main/java", "../its/src/it")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(md|java|groovy|properties)"))
                        .filter(file -> !file.toString().contains("misspelled-option"))
                        .forEach(files::add);
            }
        }
        for (Path file : files) {
            Matcher matcher = NAMED.matcher(Files.readString(file));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        named.removeAll(OF_THE_BUILD);
        assertThat(declared()).containsAll(named);
        assertThat(named).hasSizeGreaterThan(20).contains("albedo.dryRun");
    }

    @Test
    void optionsThatAreRightAreTaken() throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        try (TestDatabase database = TestDatabases.create()) {
            TestMaven maven = new TestMaven(project)
                    .property("albedo.version", "0.1.0")
                    .property("albedo-plugin.dryrun", "x")
                    .property("revision", "7")
                    .configure("lockPatience", "5")
                    .configure("dryRun", "TRUE");
            Map<String, String> given = Map.of(
                    "albedo.url", database.url(),
                    "albedo.renames", "none", // an option of another goal
                    "revision", "8", // an option of another goal without its prefix, but a property of the project
                    "nothing.of.ours", "maybe");
            assertThat(maven.run("migrate", given))
                    .extracting("ending", "sentence")
                    .containsExactly(Ending.DONE, "");
            assertThat(database.query("select to_regclass('customer')")).containsExactly((String) null);
        }
    }

    @Test
    void withoutTheExtensionTheGoalItselfStops() throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        try (TestDatabase database = TestDatabases.create()) {
            TestMaven maven = new TestMaven(project).withoutExtension();
            Map<String, String> wrong =
                    Map.of("albedo.dryrun", "true", "albedo.dryRun", "maybe", "albedo.pasword", "sesame");
            for (Map.Entry<String, String> option : wrong.entrySet()) {
                TestMaven.Outcome outcome =
                        maven.run("migrate", Map.of("albedo.url", database.url(), option.getKey(), option.getValue()));
                assertThat(outcome.ending()).isEqualTo(Ending.FAILURE);
                assertThat(outcome.sentence()).contains(option.getKey()).doesNotContain("sesame");
            }
            assertThat(maven.run("migrate", Map.of("albedo.url", database.url(), "albedo.lockPatience", "soon")))
                    .extracting("ending")
                    .isEqualTo(Ending.REFUSED);
            assertThat(database.query("select to_regclass('customer')")).containsExactly((String) null);
        }
    }

    /** What {@code mvn albedo:migrate albedo:rollback -Dsteps=0} hears before its first goal. */
    @Test
    void anOptionOfTheCommandLineThatThePomOverridesStopsAGoalThatIsCalledByName() throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        try (TestDatabase database = TestDatabases.create()) {
            TestMaven build = new TestMaven(project).configure("url", database.url());
            TestMaven byName =
                    new TestMaven(project).configure("url", database.url()).byName();

            assertThat(byName.run("status", Map.of("albedo.url", "jdbc:postgresql://elsewhere/x")))
                    .extracting("ending", "sentence")
                    .containsExactly(
                            Ending.FAILURE,
                            "-Dalbedo.url has no effect, because the POM sets <url> for this goal: leave out"
                                    + " -Dalbedo.url, or write <url>${albedo.url}</url> in the POM");
            assertThat(byName.run("status", Map.of("albedo.url", database.url(), "albedo.skipCompile", "true")))
                    .extracting("ending")
                    .isEqualTo(Ending.DONE);
            assertThat(new TestMaven(project)
                            .configure("url", "${albedo.url}")
                            .byName()
                            .run("status", Map.of("albedo.url", database.url(), "albedo.skipCompile", "true")))
                    .extracting("ending")
                    .isEqualTo(Ending.DONE);
            assertThat(build.run("status", Map.of("albedo.url", "jdbc:postgresql://elsewhere/x")))
                    .extracting("ending")
                    .isEqualTo(Ending.DONE);
        }
    }

    @Test
    void aDryRunOfAGoalThatHasNoneStopsIt() throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        List<String> goals = TestMaven.descriptor().getMojos().stream()
                .map(MojoDescriptor::getGoal)
                .toList();
        assertThat(goals).containsAll(GivenOptions.READING);
        List<String> writing = goals.stream()
                .filter(goal -> !GivenOptions.READING.contains(goal)
                        && !List.of("migrate", "rollback").contains(goal))
                .toList();
        assertThat(writing).contains("stamp", "create", "create-empty", "baseline", "discard", "repair", "merge");
        try (TestDatabase database = TestDatabases.create()) {
            for (String goal : writing) {
                assertThat(new TestMaven(project)
                                .byName()
                                .run(goal, Map.of("albedo.url", database.url(), "albedo.dryRun", "true")))
                        .as(goal)
                        .extracting("ending", "sentence")
                        .containsExactly(
                                Ending.FAILURE,
                                "albedo:" + goal
                                        + " has no dry run, so it changed nothing: remove -Dalbedo.dryRun,"
                                        + " which only migrate and rollback support");
            }
            assertThat(new TestMaven(project)
                            .byName()
                            .run(
                                    "status",
                                    Map.of(
                                            "albedo.url",
                                            database.url(),
                                            "albedo.skipCompile",
                                            "true",
                                            "albedo.dryRun",
                                            "true")))
                    .extracting("ending")
                    .isEqualTo(Ending.DONE);
            assertThat(database.query("select count(*)::text from pg_class where relname like 'albedo%'"))
                    .containsExactly("0");
        }
    }

    @Test
    void aWrongValueOfAnotherGoalStopsAGoal() throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        Map<String, String> wrong = Map.of(
                "format", "There is no format x: use -Dformat=text or -Dformat=json",
                "steps", "steps is x (on the command line): use a whole number from 0 to 2147483",
                "albedo.step", "albedo.step is x: use done (it took effect) or again (the next run sends it again)",
                "albedo.range",
                        "\"x\" is no range: write from:to, for example ae10:head, -3: or current:; either end may be left"
                                + " out",
                "albedo.verify", "albedo.verify is x: use database, scratch (a separate database) or off (no test)",
                "albedo.tenants.kind",
                        "albedo.tenants.kind is x: use schema (each tenant has a schema of the database) or database (each"
                                + " has one of the server)");
        try (TestDatabase database = TestDatabases.create()) {
            for (Map.Entry<String, String> option : wrong.entrySet()) {
                TestMaven.Outcome outcome = new TestMaven(project)
                        .run("migrate", Map.of("albedo.url", database.url(), option.getKey(), "x"));
                assertThat(outcome.sentence()).isEqualTo(option.getValue());
            }
            TestMaven.Outcome none =
                    new TestMaven(project).run("migrate", Map.of("albedo.url", database.url(), "steps", "0"));
            assertThat(none.sentence()).isEqualTo("steps is 0: use 1 or more");
            assertThat(database.query("select to_regclass('customer')")).containsExactly((String) null);
        }
    }

    @Test
    void variablesOfTheEnvironmentThatLookLikeOptionsAreNamed() {
        Options options = new Options(List.of(
                new Option("url", "albedo.url", Option.Kind.TEXT),
                new Option("dryRun", "albedo.dryRun", Option.Kind.SWITCH)));
        assertThat(options.ofEnvironment(
                        List.of("ALBEDO_URL", "ALBEDO_PASWORD", "ALBEDO_DRY_RUN", "albedo_url", "ALBEDO_HOME", "PATH")))
                .containsExactly(
                        "The environment variable ALBEDO_PASWORD is not read: use ALBEDO_PASSWORD",
                        "The environment variable ALBEDO_DRY_RUN is not read: use -Dalbedo.dryRun",
                        "The environment variable albedo_url is not read: use ALBEDO_URL");
    }
}
