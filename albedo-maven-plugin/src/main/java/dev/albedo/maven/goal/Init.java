package dev.albedo.maven.goal;

import dev.albedo.maven.goal.project.WholeFile;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.maven.pom.PomException;
import dev.albedo.maven.pom.PomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Sets a project up: adds to its POM what is missing, the annotations and the plugin, and says what to do next. What is there
 * already is left as it is. Where the POM holds several modules together it writes nothing, since only a person knows which
 * of them shall have the migrations, and says what belongs where.
 *
 * @param project what is there
 * @param version of Albedo
 * @param console is told
 */
public record Init(Project project, String version, Console console) {

    private static final String GROUP_ID = "dev.albedo";
    private static final String ANNOTATIONS = "albedo-annotations";
    private static final String PLUGIN = "albedo-maven-plugin";

    private static final String PLUGIN_SNIPPET = """
            <plugin>
                <groupId>dev.albedo</groupId>
                <artifactId>albedo-maven-plugin</artifactId>
                <version>%s</version>
                <extensions>true</extensions>
            </plugin>
            """;

    /** How much of the plugin a project has, its parents and active profiles included. */
    public enum PluginState {
        /** Nothing of it. */
        MISSING,
        /** It is declared, and is no extension, so that nobody gives javac the processor. */
        NO_EXTENSION,
        /** All of it. */
        COMPLETE
    }

    /**
     * A project as Maven sees it.
     *
     * @param pom its file, absolute
     * @param shown the same as the user sees it
     * @param frame whether it only holds modules together
     * @param plugin what it has of the plugin
     * @param hasAnnotations whether it has the annotations
     * @param managesAnnotations whether it, or a parent, says their version
     * @param withoutAnnotations of a frame, the POMs of the modules that have entities and not the annotations
     */
    public record Project(
            Path pom,
            Path shown,
            boolean frame,
            PluginState plugin,
            boolean hasAnnotations,
            boolean managesAnnotations,
            List<Path> withoutAnnotations) {

        public Project {
            withoutAnnotations = List.copyOf(withoutAnnotations);
        }
    }

    /**
     * Sets it up.
     *
     * @throws GoalException if the POM cannot be written; then it is as it was
     */
    public void run() throws IOException {
        if (project.frame()) {
            sayWhere();
            return;
        }
        boolean annotations = !project.hasAnnotations();
        boolean plugin = project.plugin() == PluginState.MISSING;
        if (!annotations) {
            console.print(ANNOTATIONS + " is already there and was not changed");
        }
        if (!plugin) {
            console.print(PLUGIN + " is already there and was not changed");
        }
        if (annotations || plugin) {
            write(annotations, plugin);
        }
        sayExtension();
        sayNext(annotations || plugin ? "" : "Nothing is missing. ");
    }

    private void write(boolean annotations, boolean plugin) throws IOException {
        byte[] text;
        try {
            PomFile pom = PomFile.read(project.pom());
            if (annotations) {
                pom.addDependency(GROUP_ID, ANNOTATIONS, project.managesAnnotations() ? null : version);
            }
            if (plugin) {
                pom.addExtension(GROUP_ID, PLUGIN, version);
            }
            text = pom.bytes();
        } catch (PomException e) {
            throw byHand("cannot be changed: " + e.getMessage(), annotations, plugin, e);
        }
        // What a link points to is written, so that the link stays one.
        try (WholeFile file = WholeFile.prepare(project.pom().toRealPath(), text)) {
            file.publish();
        } catch (IOException e) {
            throw byHand("cannot be written: " + IoMessages.of(e), annotations, plugin, e);
        }
        console.print("Added to " + project.shown() + ":");
        print(snippets(annotations, plugin));
    }

    private GoalException byHand(String why, boolean annotations, boolean plugin, Exception cause) {
        return new GoalException(
                project.shown() + " " + why + ". The file was not changed; correct this and run init again, or"
                        + " add by hand"
                        + (annotations ? " the dependency to <dependencies>" : "")
                        + (annotations && plugin ? " and" : "")
                        + (plugin ? " the plugin to <plugins> of <build>" : "")
                        + ":\n" + snippets(annotations, plugin).stripTrailing(),
                cause);
    }

    private String snippets(boolean annotations, boolean plugin) {
        return (annotations ? dependencySnippet() : "") + (plugin ? PLUGIN_SNIPPET.formatted(version) : "");
    }

    private String dependencySnippet() {
        return """
                <dependency>
                    <groupId>dev.albedo</groupId>
                    <artifactId>albedo-annotations</artifactId>
                """ + (project.managesAnnotations() ? "" : "    <version>" + version + "</version>\n")
                + "</dependency>\n";
    }

    private void print(String snippet) {
        snippet.lines().forEach(line -> console.print("  " + line));
    }

    private void sayWhere() {
        boolean plugin = project.plugin() == PluginState.MISSING;
        if (plugin) {
            console.print("This is the POM of several modules, so nothing was written. Add to <plugins> of"
                    + " <build> in "
                    + project.shown() + ", for all of them:");
            print(PLUGIN_SNIPPET.formatted(version));
        }
        sayExtension();
        if (!project.hasAnnotations() && !project.withoutAnnotations().isEmpty()) {
            console.print("Add to <dependencies> in each module that has entities ("
                    + String.join(
                            ", ",
                            project.withoutAnnotations().stream()
                                    .map(Path::toString)
                                    .toList())
                    + "):");
            print(dependencySnippet());
        } else if (!plugin) {
            console.print("Nothing is missing here; each module with migrations needs the dependency " + ANNOTATIONS);
        }
        sayNext("");
    }

    private void sayExtension() {
        if (project.plugin() == PluginState.NO_EXTENSION) {
            console.warn(PLUGIN + " is not a build extension: add <extensions>true</extensions> to it, unless"
                    + " you bind its goals and pass the processor to javac yourself");
        }
    }

    private void sayNext(String before) {
        console.print(before + "Next: mvn compile, which reads the entities; then mvn albedo:create"
                + " -Dname=\"first version\", which writes the first migration, and mvn albedo:migrate, which runs it");
        console.print("To adopt a database that already has the tables, run mvn albedo:baseline. Without"
                + " -Dalbedo.url or a data source in application.properties, Albedo uses an embedded PostgreSQL");
    }
}
