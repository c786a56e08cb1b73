package dev.albedo.maven.goal.report;

import java.util.Optional;

/** Where a goal says what it did, for people. Styles are nothing where the terminal has none. */
public interface Console {

    void print(String line);

    void warn(String line);

    /** What a person answers to a question of yes or no; nothing if there is none at a terminal. */
    Optional<Boolean> confirm(String question);

    /** What a person answers to a question, stripped, perhaps nothing at all; nothing if there is none at a terminal. */
    Optional<String> ask(String question);

    /** What a reader looks for. */
    String strong(String text);

    /** What a reader must not overlook. */
    String danger(String text);
}
