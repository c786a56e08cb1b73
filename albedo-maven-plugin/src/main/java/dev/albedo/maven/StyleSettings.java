package dev.albedo.maven;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.maven.writer.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.shared.utils.cli.CommandLineException;
import org.apache.maven.shared.utils.cli.CommandLineUtils;

/** The settings for the style of migrations. */
final class StyleSettings {

    private StyleSettings() {}

    /**
     * The template in a file.
     *
     * @throws GoalException if it cannot be read, or is none
     */
    static Template template(Path file) {
        try {
            return Template.parse(Files.readString(file));
        } catch (IOException e) {
            throw new GoalException(
                    "albedo.template: " + file + " cannot be read (" + IoMessages.of(e) + "); use a readable"
                            + " file in UTF-8",
                    e);
        } catch (IllegalArgumentException e) {
            throw new GoalException("albedo.template: " + file + " is not a template: " + e.getMessage(), e);
        }
    }

    /**
     * Commands with their arguments, which spaces separate outside of quotes.
     *
     * @throws GoalException if a quote is not closed
     */
    static List<List<String>> commands(List<String> lines) {
        List<List<String>> commands = new ArrayList<>();
        for (String line : lines) {
            try {
                List<String> command = List.of(CommandLineUtils.translateCommandline(line));
                if (command.isEmpty()) {
                    throw new GoalException("albedo.postWrite has an empty command; remove it");
                }
                commands.add(command);
            } catch (CommandLineException e) {
                throw new GoalException("albedo.postWrite: the command " + line + " has an unclosed quote", e);
            }
        }
        return commands;
    }
}
