package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;

/** Comments of a migration, broken so that the formatter leaves them as they are. */
final class Comments {

    /** The width of a line of palantir-java-format, less the indentation of a statement. */
    private static final int WIDTH = 120 - 8;

    private static final String START = "// ";

    private Comments() {}

    /** Text that a line comment cannot be left by: no line ends, no unicode escapes (Java specification 3.3). */
    static String safe(String text) {
        return text.replace("\\", "\\\\").replaceAll("\\R|\\p{Cntrl}", " ");
    }

    /** Whether a statement is short enough, on one line, to have the comment behind it. */
    static boolean fitsBeside(CodeBlock statement, String text) {
        String code = statement.toString();
        return !code.contains("\n")
                && code.length() + 1 + START.length() + safe(text).length() <= WIDTH;
    }

    /** Returns lines above a statement, broken between words. */
    static String above(String text) {
        StringBuilder lines = new StringBuilder(START);
        int used = START.length();
        for (String word : safe(text).strip().split(" +")) {
            if (used > START.length() && used + word.length() > WIDTH) {
                lines.append('\n').append(START);
                used = START.length();
            }
            lines.append(word).append(' ');
            used += word.length() + 1;
        }
        return lines.toString().replaceAll(" +(\n|$)", "$1") + "\n";
    }
}
