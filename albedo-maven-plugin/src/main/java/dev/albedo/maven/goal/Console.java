package dev.albedo.maven.goal;

/** Where a goal says what it did, for people. Styles are nothing where the terminal has none. */
public interface Console {

    void print(String line);

    void warn(String line);

    /** What a reader looks for. */
    String strong(String text);

    /** What a reader must not overlook. */
    String danger(String text);
}
