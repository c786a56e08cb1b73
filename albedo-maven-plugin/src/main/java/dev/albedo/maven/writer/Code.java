package dev.albedo.maven.writer;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Spells calls of statically imported methods, and remembers which methods that are. */
final class Code {

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

    static CodeBlock text(String value) {
        return CodeBlock.of("$S", value);
    }

    static List<CodeBlock> texts(String first, List<String> rest) {
        List<CodeBlock> all = new ArrayList<>();
        all.add(text(first));
        rest.forEach(each -> all.add(text(each)));
        return all;
    }
}
