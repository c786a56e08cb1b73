package dev.albedo.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what fields are initialised with, where that is a constant: a literal, a constant of an enum, a constant of the same
 * class, a decimal. Reads the source alone: to ask the compiler what an expression means would make it judge the class
 * before the other processors are done.
 */
final class Initializers {

    private static final Set<String> DECIMALS = Set.of("java.math.BigDecimal", "java.math.BigInteger");

    private final @Nullable Trees trees;

    Initializers(@Nullable Trees trees) {
        this.trees = trees;
    }

    /** Tells the name and the constant of each field that has one. */
    void read(TypeElement type, BiConsumer<String, String> constants) {
        if (trees == null) {
            return;
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && trees.getTree(field) instanceof VariableTree tree
                    && tree.getInitializer() != null) {
                String constant = constant(tree.getInitializer(), field, type);
                if (constant != null) {
                    constants.accept(field.getSimpleName().toString(), constant);
                }
            }
        }
    }

    private static @Nullable String constant(ExpressionTree tree, VariableElement field, TypeElement type) {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() == null ? null : literal.getValue().toString();
        }
        if (tree instanceof ParenthesizedTree parentheses) {
            return constant(parentheses.getExpression(), field, type);
        }
        if (tree instanceof TypeCastTree cast) {
            return constant(cast.getExpression(), field, type);
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            String positive = constant(unary.getExpression(), field, type);
            return positive == null ? null : "-" + positive;
        }
        if (tree instanceof NewClassTree created) {
            return decimal(created, field.asType());
        }
        if (tree instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return isConstantOf(field.asType(), name) ? name : constantOf(type, name);
        }
        if (tree instanceof MemberSelectTree select) {
            return named(select, field.asType());
        }
        return null;
    }

    /** {@code new BigDecimal("1.50")}. */
    private static @Nullable String decimal(NewClassTree created, TypeMirror type) {
        boolean isDecimal = DECIMALS.contains(type.toString())
                && type.toString().endsWith(created.getIdentifier().toString())
                && created.getArguments().size() == 1;
        return isDecimal
                        && created.getArguments().get(0) instanceof LiteralTree literal
                        && literal.getKind() == Tree.Kind.STRING_LITERAL
                ? literal.getValue().toString()
                : null;
    }

    /** {@code Status.NEW}, {@code BigDecimal.ZERO}, {@code Boolean.TRUE}. */
    private static @Nullable String named(MemberSelectTree select, TypeMirror type) {
        String name = select.getIdentifier().toString();
        if (isConstantOf(type, name)) {
            return name;
        }
        if (!type.toString().endsWith(select.getExpression().toString())) {
            return null;
        }
        boolean isDecimal = DECIMALS.contains(type.toString());
        return switch (name) {
            case "ZERO" -> isDecimal ? "0" : null;
            case "ONE" -> isDecimal ? "1" : null;
            case "TEN" -> isDecimal ? "10" : null;
            case "TRUE" -> type.toString().equals("java.lang.Boolean") ? "true" : null;
            case "FALSE" -> type.toString().equals("java.lang.Boolean") ? "false" : null;
            default -> null;
        };
    }

    private static boolean isConstantOf(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.ENUM
                && declared.asElement().getEnclosedElements().stream()
                        .anyMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT
                                && member.getSimpleName().contentEquals(name));
    }

    private static @Nullable String constantOf(Element type, String name) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().contentEquals(name) && field.getConstantValue() != null) {
                return field.getConstantValue().toString();
            }
        }
        return null;
    }
}
