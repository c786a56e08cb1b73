package dev.albedo.maven.goal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a goal says.
 *
 * @param lines the printed lines
 * @param warnings the warnings
 */
public record Said(List<String> lines, List<String> warnings) implements Console {

    public Said() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void print(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        warnings.add(line);
    }

    /** Nobody is there to answer. */
    @Override
    public Optional<Boolean> confirm(String question) {
        return Optional.empty();
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.empty();
    }

    @Override
    public String strong(String text) {
        return text;
    }

    @Override
    public String danger(String text) {
        return text;
    }
}
