package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Spells calls of statically imported methods, and remembers which methods that are. */
final class Code {

    private static final Pattern SEPARATORS = Pattern.compile("(?<=[\u2028\u2029])|(?=[\u2028\u2029])");

    private static final Pattern AFTER_COMMAS = Pattern.compile("(?<=,)");

    /** How many characters of a string fit into a line, as the last argument of a call within a call. */
    private static final int WHOLE = 91;

    /** The same for a string that another one continues. */
    private static final int PIECE = 83;

    private final Class<?> owner;
    private final SortedSet<String> used = new TreeSet<>();

    Code(Class<?> owner) {
        this.owner = owner;
    }

    /** The methods spelled so far, which the file must import. */
    SortedSet<String> used() {
        return used;
    }

    CodeBlock call(String method, List<CodeBlock> arguments) {
        used.add(method);
        // JavaPoet leaves the class out only where the method's name is part of the format.
        return CodeBlock.of("$T." + method + "($L)", owner, CodeBlock.join(arguments, ", "));
    }

    CodeBlock call(String method, CodeBlock... arguments) {
        return call(method, List.of(arguments));
    }

    /** A string. JavaPoet would break the line in the middle of it at the two separators that it takes for line ends. */
    static CodeBlock text(String value) {
        return SEPARATORS
                .splitAsStream(value)
                .map(piece -> piece.equals("\u2028") || piece.equals("\u2029")
                        ? CodeBlock.of("$L", String.format("\"\\u%04x\"", (int) piece.charAt(0)))
                        : CodeBlock.of("$S", piece))
                .collect(CodeBlock.joining(" + "));
    }

    /** A list of values that has no blanks, such as a check of an enum, in pieces that fit into a line. */
    static CodeBlock list(String value) {
        if (value.length() <= WHOLE) {
            return text(value);
        }
        List<CodeBlock> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String each : AFTER_COMMAS.split(value)) {
            if (piece.length() > 0 && piece.length() + each.length() > PIECE) {
                pieces.add(text(piece.toString()));
                piece.setLength(0);
            }
            piece.append(each);
        }
        pieces.add(text(piece.toString()));
        return CodeBlock.join(pieces, " + ");
    }

    static List<CodeBlock> texts(String first, List<String> rest) {
        List<CodeBlock> all = new ArrayList<>();
        all.add(text(first));
        rest.forEach(each -> all.add(text(each)));
        return all;
    }
}
