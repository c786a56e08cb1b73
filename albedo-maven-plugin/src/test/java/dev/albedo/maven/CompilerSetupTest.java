package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompilerSetupTest {

    private static final String INPUTS = "<arg>-Aalbedo.inputs=/p/inputs.properties</arg>";
    private static final String PATH = "<arg>-processorpath</arg><arg>${dev.albedo.processorPath}</arg>";
    private static final String OURS = "<path><groupId>dev.albedo</groupId><artifactId>albedo-processor</artifactId>"
            + "<version>1.2</version></path>";

    @Test
    void aProjectWithNothingConfigured() throws Exception {
        expect("", "<compilerArgs>" + PATH + INPUTS + "</compilerArgs>");
    }

    @Test
    void lintStaysQuietAboutAnnotationsThatNobodyClaims() throws Exception {
        expect(
                "<compilerArgs><arg>-Xlint:all</arg></compilerArgs>",
                "<compilerArgs><arg>-Xlint:all</arg>" + PATH + "<arg>-Xlint:-processing</arg>" + INPUTS
                        + "</compilerArgs>");
    }

    @Test
    void aProjectWithAProcessorPath() throws Exception {
        String lombok = "<path><groupId>org.projectlombok</groupId><artifactId>lombok</artifactId></path>";
        expect(
                "<annotationProcessorPaths>" + lombok + "</annotationProcessorPaths>",
                "<annotationProcessorPaths>" + lombok + OURS + "</annotationProcessorPaths><compilerArgs>" + INPUTS
                        + "</compilerArgs>");
    }

    @Test
    void aProjectThatHasTheProcessorOnItsPath() throws Exception {
        expect(
                "<annotationProcessorPaths>" + OURS + "</annotationProcessorPaths>",
                "<annotationProcessorPaths>" + OURS + "</annotationProcessorPaths><compilerArgs>" + INPUTS
                        + "</compilerArgs>");
    }

    @Test
    void aProjectThatNamesItsProcessors() throws Exception {
        expect(
                "<annotationProcessors><annotationProcessor>a.B</annotationProcessor></annotationProcessors>",
                "<annotationProcessors><annotationProcessor>a.B</annotationProcessor>"
                        + "<annotationProcessor>dev.albedo.processor.AlbedoProcessor</annotationProcessor>"
                        + "</annotationProcessors><compilerArgs>" + PATH + INPUTS + "</compilerArgs>");
    }

    @Test
    void processingThatIsOffIsLeftOff() throws Exception {
        String off = "<proc>none</proc>";
        assertThat(new CompilerSetup("/p/inputs.properties", "1.2").apply(plugin(off, "compile")))
                .singleElement()
                .asString()
                .contains("annotation processing is off", "execution x", "Remove proc none");
        Plugin untouched = plugin(off, "compile");
        new CompilerSetup("/p/inputs.properties", "1.2").apply(untouched);
        assertThat(configuration(untouched)).isEqualTo(dom(off));
    }

    @Test
    void aProcessorPathByHandIsNotReplaced() throws Exception {
        Plugin plugin = plugin("<compilerArgs><arg>--processor-path</arg><arg>a.jar</arg></compilerArgs>", "compile");
        assertThat(new CompilerSetup("/p/inputs.properties", "1.2").apply(plugin))
                .singleElement()
                .asString()
                .contains("Use annotationProcessorPaths instead");
    }

    @Test
    void testsAreLeftAlone() throws Exception {
        Plugin plugin = plugin("", "testCompile");
        assertThat(new CompilerSetup("/p/inputs.properties", "1.2").apply(plugin))
                .isEmpty();
        assertThat(configuration(plugin)).isEqualTo(dom(""));
    }

    private static void expect(String before, String after) throws Exception {
        Plugin plugin = plugin(before, "compile");
        assertThat(new CompilerSetup("/p/inputs.properties", "1.2").apply(plugin))
                .isEmpty();
        assertThat(configuration(plugin)).isEqualTo(dom(after));
    }

    private static Object configuration(Plugin plugin) {
        return plugin.getExecutions().get(0).getConfiguration();
    }

    private static Plugin plugin(String configuration, String goal) throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId("x");
        execution.setGoals(List.of(goal));
        execution.setConfiguration(dom(configuration));
        Plugin plugin = new Plugin();
        plugin.addExecution(execution);
        return plugin;
    }

    /** Where nothing is configured there is no element either. */
    private static @Nullable Xpp3Dom dom(String content) throws Exception {
        return content.isEmpty()
                ? null
                : Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }
}
