package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.Init.PluginState;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets projects up whose POMs are written in many ways. */
class InitTest {

    private static final String DEPENDENCY = """
                <dependency>
                    <groupId>dev.albedo</groupId>
                    <artifactId>albedo-annotations</artifactId>
                    <version>1.2.3</version>
                </dependency>
        """;

    private static final String PLUGIN = """
                <plugin>
                    <groupId>dev.albedo</groupId>
                    <artifactId>albedo-maven-plugin</artifactId>
                    <version>1.2.3</version>
                    <extensions>true</extensions>
                </plugin>
        """.indent(4);

    /** As with -f: nothing is there, seen from where the test runs. */
    private static final Path SHOWN = Path.of("elsewhere", "pom.xml");

    @TempDir
    private Path directory;

    private final Said said = new Said();

    private Init.Project project(PluginState plugin, boolean hasAnnotations) {
        return new Init.Project(pom(), SHOWN, false, plugin, hasAnnotations, false, List.of());
    }

    private Path pom() {
        return directory.resolve("pom.xml");
    }

    private String after(String pom, Init.Project project) throws IOException {
        return after(pom, project, StandardCharsets.UTF_8);
    }

    private String after(String pom, Init.Project project, Charset charset) throws IOException {
        Files.writeString(pom(), pom, charset);
        new Init(project, "1.2.3", said).run();
        return Files.readString(pom(), charset);
    }

    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Größe & more: kept as it is -->
            <project xmlns="http://maven.apache.org/POM/4.0.0"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <modelVersion>4.0.0</modelVersion>

                <artifactId>shop</artifactId>  <!-- why it is called that -->


                <dependencies>
                    <!-- the model -->
                    <dependency>
                        <groupId>org.hibernate.orm</groupId>
                        <artifactId>hibernate-core</artifactId>
                        <version>7.4.13.Final</version></dependency>
            %s    </dependencies>

                <build>
                    <pluginManagement>
                        <plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins>
                    </pluginManagement>
                    <plugins>
                        <plugin>
                            <artifactId>maven-compiler-plugin</artifactId>
                            <configuration><compilerArgs><arg>-Xlint:all</arg></compilerArgs></configuration>
                        </plugin>
                        <!-- the last word -->
            %s        </plugins>
                </build>
                <profiles>
                    <profile><id>ci</id></profile>
                </profiles>
            </project>
            """;

    @Test
    void whatIsThereStaysByteForByte() throws Exception {
        assertThat(after(FULL.formatted("", ""), project(PluginState.MISSING, false)))
                .isEqualTo(FULL.formatted(DEPENDENCY, PLUGIN));
        assertThat(said.lines()).startsWith("Added to " + SHOWN + ":", "  <dependency>");
        assertThat(said.lines())
                .contains("      <version>1.2.3</version>", "      <extensions>true</extensions>")
                .anyMatch(line -> line.contains("mvn albedo:create -Dname="));
    }

    @Test
    void onlyWhatIsMissingIsAdded() throws Exception {
        assertThat(after(FULL.formatted(DEPENDENCY, ""), project(PluginState.MISSING, true)))
                .isEqualTo(FULL.formatted(DEPENDENCY, PLUGIN));
        assertThat(said.lines())
                .contains("albedo-annotations is already there and was not changed")
                .doesNotContain("  <dependency>");
        assertThat(after(FULL.formatted("", PLUGIN), project(PluginState.COMPLETE, false)))
                .isEqualTo(FULL.formatted(DEPENDENCY, PLUGIN));
    }

    @Test
    void nothingIsWrittenWhereNothingIsMissing() throws Exception {
        String pom = FULL.formatted(DEPENDENCY, PLUGIN);
        assertThat(after(pom, project(PluginState.COMPLETE, true))).isEqualTo(pom);
        assertThat(said.lines())
                .startsWith(
                        "albedo-annotations is already there and was not changed",
                        "albedo-maven-plugin is already there and was not changed")
                .anyMatch(line -> line.startsWith("Nothing is missing. Next: mvn compile"));
        assertThat(said.warnings()).isEmpty();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(pom());
        }
    }

    @Test
    void aPluginThatIsNoExtensionIsLeftAlone() throws Exception {
        String pom = FULL.formatted(DEPENDENCY, PLUGIN.replaceFirst(" *<extensions>.*\n", ""));
        assertThat(after(pom, project(PluginState.NO_EXTENSION, true))).isEqualTo(pom);
        assertThat(said.warnings()).hasSize(1).allMatch(line -> line.contains("<extensions>true</extensions>"));
    }

    @Test
    void aVersionThatIsManagedIsNotSaidAgain() throws Exception {
        Init.Project managed = new Init.Project(pom(), SHOWN, false, PluginState.COMPLETE, false, true, List.of());
        assertThat(after(FULL.formatted("", PLUGIN), managed))
                .isEqualTo(FULL.formatted(DEPENDENCY.replaceFirst(" *<version>.*\n", ""), PLUGIN));
        assertThat(said.lines()).noneMatch(line -> line.contains("<version>"));
    }

    @Test
    void anEmptyPomGetsAllOfIt() throws Exception {
        assertThat(after("""
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <artifactId>shop</artifactId>
                </project>
                """, project(PluginState.MISSING, false))).isEqualTo("""
                <project>
                    <modelVersion>4.0.0</modelVersion>
                    <artifactId>shop</artifactId>
                    <dependencies>
                %s    </dependencies>
                    <build>
                        <plugins>
                %s        </plugins>
                    </build>
                </project>
                """.formatted(DEPENDENCY, PLUGIN));
    }

    @Test
    void lineEndsAndTabsAreThoseOfTheFile() throws Exception {
        String windows = """
                <project>
                	<dependencies/>
                	<build>
                		<plugins>
                %s		</plugins>
                	</build>
                </project>
                """.replace("\n", "\r\n");
        assertThat(after(windows.formatted(""), project(PluginState.MISSING, false)))
                .isEqualTo(windows.replace(
                                "<dependencies/>", "<dependencies>\r\n" + windows(DEPENDENCY) + "\t</dependencies>")
                        .formatted(windows(PLUGIN)));
    }

    private static String windows(String snippet) {
        return snippet.replace("    ", "\t").replace("\n", "\r\n");
    }

    @Test
    void theEncodingIsThatOfTheFile() throws Exception {
        String latin = FULL.replace("UTF-8", "ISO-8859-1");
        assertThat(after(latin.formatted("", ""), project(PluginState.MISSING, false), StandardCharsets.ISO_8859_1))
                .isEqualTo(latin.formatted(DEPENDENCY, PLUGIN));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(directory.resolve("real.xml"), FULL.formatted("", ""));
        Files.createSymbolicLink(pom(), real);
        new Init(project(PluginState.MISSING, false), "1.2.3", said).run();
        assertThat(pom()).isSymbolicLink();
        assertThat(real).hasContent(FULL.formatted(DEPENDENCY, PLUGIN));
    }

    @Test
    void nothingIsChangedThatCannotBeWritten() throws Exception {
        String pom = FULL.formatted("", "");
        Files.writeString(pom(), pom);
        // What is in the way of the new file stops root as well.
        Files.createFile(Files.createDirectory(directory.resolve("pom.xml.tmp")).resolve("kept"));
        assertThatThrownBy(() -> new Init(project(PluginState.MISSING, false), "1.2.3", said).run())
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(SHOWN + " cannot be written: ")
                .hasMessageContaining(
                        "add by hand the dependency to <dependencies> and the plugin to <plugins> of <build>:\n<dependency>\n");
        assertThat(pom()).hasContent(pom);
        assertThat(said.lines()).isEmpty();
    }

    @Test
    void whatIsNoXmlIsNotTouched() throws Exception {
        assertThatThrownBy(() -> after("<project><a></project>", project(PluginState.MISSING, true)))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(SHOWN + " cannot be changed: ")
                .hasMessageContaining("add by hand the plugin to <plugins> of <build>:\n<plugin>\n");
        assertThat(pom()).hasContent("<project><a></project>");
    }

    @Test
    void ofSeveralModulesItIsSaidWhatBelongsWhere() throws Exception {
        Path app = Path.of("app/pom.xml");
        Init.Project root = new Init.Project(pom(), SHOWN, true, PluginState.MISSING, false, false, List.of(app));
        String pom = FULL.formatted("", "");
        assertThat(after(pom, root)).isEqualTo(pom);
        assertThat(said.lines())
                .startsWith(
                        "This is the POM of several modules, so nothing was written. Add to <plugins> of <build> in "
                                + SHOWN + ", for all of them:",
                        "  <plugin>")
                .contains("Add to <dependencies> in each module that has entities (app/pom.xml):", "  <dependency>");
    }

    @Test
    void ofSeveralModulesThatHaveAllNothingIsSaidToBeMissing() throws Exception {
        Init.Project root = new Init.Project(pom(), SHOWN, true, PluginState.COMPLETE, false, false, List.of());
        after(FULL.formatted("", PLUGIN), root);
        assertThat(said.lines())
                .startsWith("Nothing is missing here; each module with migrations needs the dependency"
                        + " albedo-annotations");
    }
}
