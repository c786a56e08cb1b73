package dev.albedo.maven;

import dev.albedo.maven.connect.PasswordMask;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that a POM has in the configuration of the plugin: {@code mvn -X} prints the configuration of every goal that it
 * runs, so they are taken out of it and kept beside the project.
 */
final class HiddenSecrets {

    private static final Set<String> PASSWORDS = Set.of("password", "scratchPassword");
    private static final Set<String> URLS = Set.of("url", "scratchUrl");
    private static final String KEY = HiddenSecrets.class.getName() + ".";

    private HiddenSecrets() {}

    /** Takes them out of the plugin's configuration, and out of that of its executions. */
    static void hide(MavenProject project, Plugin plugin) {
        hide(project, plugin.getConfiguration(), "plugin");
        for (PluginExecution execution : plugin.getExecutions()) {
            hide(project, execution.getConfiguration(), execution.getId());
        }
    }

    private static void hide(MavenProject project, @Nullable Object configuration, String where) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom element : dom.getChildren()) {
                String value = element.getValue();
                if (value != null && isSecret(element.getName(), value) && project.getContextValue(value) == null) {
                    String key = KEY + where + "." + element.getName();
                    project.setContextValue(key, value);
                    element.setValue(key);
                }
            }
        }
    }

    private static boolean isSecret(String name, String value) {
        return PASSWORDS.contains(name)
                || (URLS.contains(name) && !PasswordMask.mask(value).equals(value));
    }

    /** Returns the value that stands for what the configuration says. */
    static @Nullable String reveal(MavenProject project, @Nullable String configured) {
        return configured != null && configured.startsWith(KEY)
                ? (String) project.getContextValue(configured)
                : configured;
    }
}
