package dev.albedo.maven.goal.report;

import java.util.Optional;

/** Where a goal says what it did, for people. Styles are nothing where the terminal has none. */
public interface Console {

    void print(String line);

    void warn(String line);

    /** Returns the answer to a yes-or-no question; empty without a terminal. */
    Optional<Boolean> confirm(String question);

    /** Returns the stripped answer to a question, which may be blank; empty without a terminal. */
    Optional<String> ask(String question);

    /** Emphasizes a text. */
    String strong(String text);

    /** Marks a text as a danger. */
    String danger(String text);
}
