package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The git tags that contain a migration: what was tagged was probably released, so a database that this machine cannot ask
 * may have applied it.
 *
 * @param sources where the migrations are
 * @param console is told if git cannot be asked
 */
public record GitTags(SourceFiles sources, Console console) implements Released {

    @Override
    public Optional<String> of(List<RevisionNode> revisions) {
        try {
            for (RevisionNode revision : revisions) {
                Optional<Path> file = sources.of(revision);
                if (file.isPresent()) {
                    Optional<String> tag = tag(file.get());
                    if (tag.isPresent()) {
                        return Optional.of(revision.describe() + " is in the git tag " + tag.get());
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            console.warn("Cannot read the git tags (" + IoMessages.of(e) + "), so they were not checked");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GoalException("Interrupted while reading the git tags. Nothing was changed", e);
        }
    }

    /** The first tag whose tree has the file, by the commits that added it. */
    private Optional<String> tag(Path file) throws IOException, InterruptedException {
        String name = sources.directory().relativize(file).toString().replace('\\', '/');
        for (String commit : git("log", "--all", "--diff-filter=A", "--format=%H", "--", name)) {
            List<String> tags = git("tag", "--contains", commit, "--sort=creatordate");
            if (!tags.isEmpty()) {
                return Optional.of(tags.get(0));
            }
        }
        return Optional.empty();
    }

    /** Returns the output of git in the directory of the sources; empty outside of a repository. */
    private List<String> git(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder("git");
        git.command().addAll(List.of(arguments));
        git.environment().put("LC_ALL", "C");
        Process process = git.directory(sources.directory().toFile()).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String problem = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 && !problem.contains("not a git repository")) {
            throw new IOException(problem.lines().findFirst().orElse("git failed"));
        }
        return process.exitValue() == 0 ? printed.lines().toList() : List.of();
    }
}
