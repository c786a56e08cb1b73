package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mvn -X prints of the configuration has no password. */
class HiddenSecretsTest {

    private static final String URL = "jdbc:postgresql://u:sesame@h/d";

    private static Xpp3Dom configuration(String... pairs) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        for (int i = 0; i < pairs.length; i += 2) {
            Xpp3Dom element = new Xpp3Dom(pairs[i]);
            element.setValue(pairs[i + 1]);
            configuration.addChild(element);
        }
        return configuration;
    }

    @Test
    void areTakenOutOfTheConfiguration() {
        MavenProject project = new MavenProject(new Model());
        Plugin plugin = new Plugin();
        plugin.setConfiguration(configuration("url", URL, "password", "sesame", "scratchUrl", "jdbc:postgresql:d"));
        PluginExecution execution = new PluginExecution();
        execution.setId("one");
        execution.setConfiguration(configuration("scratchPassword", "sesame2", "user", "u"));
        plugin.addExecution(execution);

        HiddenSecrets.hide(project, plugin);

        String printed = plugin.getConfiguration() + " " + execution.getConfiguration();
        assertThat(printed).doesNotContain("sesame").contains("jdbc:postgresql:d", "<user>u</user>");
        assertThat(project.getProperties()).isEmpty();
        Xpp3Dom hidden = (Xpp3Dom) plugin.getConfiguration();
        assertThat(HiddenSecrets.reveal(project, hidden.getChild("url").getValue()))
                .isEqualTo(URL);
        assertThat(HiddenSecrets.reveal(project, hidden.getChild("password").getValue()))
                .isEqualTo("sesame");
        assertThat(HiddenSecrets.reveal(project, "${albedo.password}")).isEqualTo("${albedo.password}");
    }

    @Test
    void aGoalHasThemAllTheSame(@TempDir Path folder) throws Exception {
        TestMaven maven = new TestMaven(BadInputProjects.write(folder).get("line"))
                .configure("url", "jdbc:postgresql://u:sesame@127.0.0.1:1/d");
        TestMaven.Outcome outcome = maven.run("status", Map.of("albedo.connectPatience", "0"));
        assertThat(outcome.sentence()).contains("127.0.0.1:1").doesNotContain("sesame");
    }
}
