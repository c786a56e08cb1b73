package dev.albedo.maven.goal.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody at a terminal, who has thought of the answers before; who has none left does not answer. */
public final class Person implements Console {

    /** All that was said and asked. */
    public final List<String> lines = new ArrayList<>();

    /** Answers to questions for yes or no. */
    public final Deque<Boolean> confirmations = new ArrayDeque<>();

    /** Answers to other questions. */
    public final Deque<String> answers = new ArrayDeque<>();

    @Override
    public void print(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add(line);
    }

    @Override
    public Optional<Boolean> confirm(String question) {
        lines.add(question);
        return Optional.ofNullable(confirmations.poll());
    }

    @Override
    public Optional<String> ask(String question) {
        lines.add(question);
        return Optional.ofNullable(answers.poll());
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
