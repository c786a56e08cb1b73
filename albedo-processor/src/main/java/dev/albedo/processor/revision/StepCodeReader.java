package dev.albedo.processor.revision;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.albedo.revision.StepCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the data steps of a migration say: the statements with {@code op.data(...)} in them, and of the class whatever
 * they name, directly or by way of something else they name. What is in other classes does not count.
 *
 * <p>What is read is the syntax: kinds of trees, names and values. So neither formatting nor comments count, nor modifiers,
 * annotations and parentheses. Names are not resolved, for that would make the compiler judge the class before the other
 * processors are done; where two things of a class have one name, both count.
 */
final class StepCodeReader {

    /** Goes up when the same source has another digest; those of two formats are not compared. */
    private static final int FORMAT = 1;

    private static final String STEP_METHOD = "data";
    private static final String STEP_CLASS = "RunStep";

    /** What a name may mean: methods, fields, classes, and local variables of the method that is read. */
    private final Map<String, List<Tree>> named = new HashMap<>();

    private StepCodeReader(ClassTree source, MethodTree method) {
        for (Tree member : source.getMembers()) {
            if (member instanceof MethodTree other) {
                put(other.getName().toString(), other);
            } else if (member instanceof VariableTree field) {
                put(field.getName().toString(), field);
            } else if (member instanceof ClassTree type) {
                put(type.getSimpleName().toString(), type);
            }
        }
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                put(variable.getName().toString(), variable);
                return super.visitVariable(variable, null);
            }
        }.scan(method, null);
    }

    private void put(String name, Tree tree) {
        named.computeIfAbsent(name, key -> new ArrayList<>()).add(tree);
    }

    /** What the steps of a migration say. */
    static StepCode read(ClassTree source) {
        StepCode code = new StepCode(read(source, "up"), read(source, "down"));
        return code.equals(StepCode.NONE) ? StepCode.NONE : code;
    }

    private static String read(ClassTree source, String direction) {
        for (Tree member : source.getMembers()) {
            if (member instanceof MethodTree method && method.getName().contentEquals(direction)) {
                StepCodeReader reader = new StepCodeReader(source, method);
                List<Tree> steps = reader.steps(method);
                return steps.isEmpty() ? "" : reader.digest(source, steps);
            }
        }
        return "";
    }

    /**
     * The statements of a method, and of what it names, that have a step in them: with the loop or the condition around it,
     * as that decides what it does.
     */
    private List<Tree> steps(MethodTree method) {
        List<Tree> steps = new ArrayList<>();
        for (Tree tree : closure(List.of(method))) {
            List<? extends Tree> parts = tree instanceof MethodTree named && named.getBody() != null
                    ? named.getBody().getStatements()
                    : List.of(tree);
            parts.stream().filter(StepCodeReader::hasStep).forEach(steps::add);
        }
        return steps;
    }

    private static boolean hasStep(Tree tree) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                found[0] |= call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(STEP_METHOD);
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree created, @Nullable Void nothing) {
                found[0] |= isStep(created.getIdentifier());
                return super.visitNewClass(created, null);
            }
        }.scan(tree, null);
        return found[0];
    }

    private static boolean isStep(ExpressionTree type) {
        return type instanceof IdentifierTree simple
                ? simple.getName().contentEquals(STEP_CLASS)
                : type instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(STEP_CLASS);
    }

    /** These trees and what they name of the class, each once. */
    private Set<Tree> closure(List<? extends Tree> roots) {
        Set<Tree> taken = new LinkedHashSet<>();
        List<Tree> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Tree next = open.remove(0);
            if (taken.add(next)) {
                Words words = new Words();
                words.scan(next, null);
                words.names.forEach(name -> open.addAll(named.getOrDefault(name, List.of())));
            }
        }
        return taken;
    }

    private String digest(ClassTree source, List<Tree> steps) {
        Words words = new Words();
        closure(steps).forEach(tree -> words.scan(tree, null));
        for (Tree member : source.getMembers()) {
            if (member instanceof BlockTree) {
                words.scan(member, null);
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(words.text.toString().getBytes(StandardCharsets.UTF_8));
            return FORMAT + ":" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What a tree says, as text, and the names in it. */
    private static final class Words extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final StringBuilder text = new StringBuilder();
        private final Set<String> names = new LinkedHashSet<>();

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            if (tree == null || tree instanceof ModifiersTree || tree instanceof AnnotationTree) {
                return null;
            }
            if (tree instanceof ParenthesizedTree parentheses) {
                return scan(parentheses.getExpression(), null);
            }
            text.append(tree.getKind()).append('(');
            super.scan(tree, null);
            text.append(')');
            return null;
        }

        private void name(CharSequence name) {
            names.add(name.toString());
            text.append(name).append(' ');
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
            name(tree.getName());
            return super.visitIdentifier(tree, null);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
            name(tree.getIdentifier());
            return super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
            name(tree.getName());
            return super.visitMemberReference(tree, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            text.append(tree.getName()).append(' ');
            return super.visitVariable(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            text.append(tree.getName()).append(' ');
            return super.visitMethod(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            text.append(tree.getSimpleName()).append(' ');
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, @Nullable Void nothing) {
            text.append(tree.getPrimitiveTypeKind());
            return super.visitPrimitiveType(tree, null);
        }

        /** With its length, so that nothing in it can be taken for what comes behind. */
        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            String value = String.valueOf(tree.getValue());
            text.append(value.length()).append(':').append(value);
            return super.visitLiteral(tree, null);
        }
    }
}
