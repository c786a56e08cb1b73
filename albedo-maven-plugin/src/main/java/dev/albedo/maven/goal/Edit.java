package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Opens files in the user's editor, as programs on a terminal do.
 *
 * @param environment says which, in {@code VISUAL} or else in {@code EDITOR}: a command, perhaps with arguments
 */
public record Edit(Map<String, String> environment) {

    public Edit {
        environment = Map.copyOf(environment);
    }

    /**
     * Opens them and waits until the editor is closed.
     *
     * @throws GoalException if no editor is named, or it does not start or ends with an error
     */
    public void run(List<Path> files) {
        String editor = Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, "").strip())
                .filter(command -> !command.isEmpty())
                .findFirst()
                .orElseThrow(() -> new GoalException("no editor is set: set the environment variable EDITOR, or open "
                        + files.get(0) + " yourself"));
        List<String> command = new ArrayList<>(List.of(editor.split("\\s+")));
        files.forEach(file -> command.add(file.toString()));
        try {
            int status = new ProcessBuilder(command)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (status != 0) {
                throw new GoalException("the editor " + editor + " exited with status " + status);
            }
        } catch (IOException e) {
            throw new GoalException(
                    "the editor " + editor + " cannot be started: " + IoMessages.of(e)
                            + "; set the environment variable EDITOR to an installed editor",
                    e);
        }
    }
}
