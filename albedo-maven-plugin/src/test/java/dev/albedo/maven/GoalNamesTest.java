package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goals are named in the README, the manual and messages; each of them must be there. */
class GoalNamesTest {

    private static final Pattern NAMED = Pattern.compile("(?<![\\w.])albedo:([a-z]+(?:-[a-z]+)*)");
    private static final Pattern MOJO = Pattern.compile("@Mojo\\(\\s*name = \"([a-z-]+)\"");

    @Test
    void everyGoalThatIsNamedExists() throws IOException {
        Path sources = Path.of("src/main/java");
        Set<String> goals = new TreeSet<>(Set.of("help"));
        Set<String> named = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            goals.addAll(found(MOJO, Files.readString(file)));
            named.addAll(found(NAMED, Files.readString(file)));
        }
        try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
            for (Path page :
                    Stream.concat(Stream.of(Path.of("../README.md")), pages).toList()) {
                named.addAll(found(NAMED, Files.readString(page)));
            }
        }
        assertThat(goals).containsAll(named).contains("create", "migrate", "history", "verify-migrations");
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
