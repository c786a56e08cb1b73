package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.IrreversibleException;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.spi.ComparedObject;
import dev.albedo.spi.PlanHook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The project's hooks, in the order of their class names. Whatever one of them does wrong is said with its name. */
public final class Hooks {

    /** Leaves everything as it is. */
    public static final Hooks NONE = new Hooks(List.of());

    private static final String SERVICES = "META-INF/services/" + PlanHook.class.getName();

    private final List<PlanHook> hooks;

    private Hooks(List<PlanHook> hooks) {
        this.hooks = hooks;
    }

    /** These hooks. */
    static Hooks of(List<PlanHook> hooks) {
        return new Hooks(
                hooks.stream().sorted(Comparator.comparing(Hooks::name)).toList());
    }

    /**
     * The hooks that the project and its dependencies name.
     *
     * @throws GoalException if one of them cannot be made
     */
    public static Hooks load(ClassLoader project) {
        try {
            return of(ServiceLoader.load(PlanHook.class, project).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());
        } catch (ServiceConfigurationError | LinkageError e) {
            Throwable cause = e.getCause();
            throw new GoalException(
                    "A hook that " + SERVICES + " names cannot be used: " + e.getMessage()
                            + (cause == null ? "" : " (" + cause + ")")
                            + ". Nothing was written; name a public class there that is on the project's class path and has a"
                            + " public constructor without parameters",
                    e);
        }
    }

    public boolean isEmpty() {
        return hooks.isEmpty();
    }

    private static String name(PlanHook hook) {
        return hook.getClass().getName();
    }

    /** Their class names. */
    public String names() {
        return hooks.stream().map(Hooks::name).collect(Collectors.joining(", "));
    }

    /** Whether all of them let an object be compared. */
    boolean include(ComparedObject object) {
        return hooks.stream()
                .allMatch(hook -> ask(hook, "include(" + object.describe() + ")", () -> hook.include(object)));
    }

    /** Whether one of them says that two types mean the same. */
    boolean isSameType(QualifiedName table, Column existing, Column expected) {
        return hooks.stream()
                .anyMatch(hook -> ask(
                        hook,
                        "isSameType(" + table + "." + existing.name() + ")",
                        () -> hook.isSameType(table, existing, expected)));
    }

    /**
     * What they make of a difference; each operation that they add knows what it drops.
     *
     * @param existing what there is before it
     * @param expected what it is meant to lead to
     * @throws GoalException if what is left cannot be done, taken back or written
     */
    SchemaDiff rewrite(SchemaDiff diff, Schema existing, Schema expected) {
        List<Operation> up = diff.operations();
        PlanHook.Context context = new PlanHook.Context(existing, expected);
        for (PlanHook hook : hooks) {
            if (!up.isEmpty()) {
                List<Operation> given = up;
                List<Operation> answer = ask(hook, "rewrite()", () -> hook.rewrite(given, context));
                up = answer.equals(given) ? given : checked(hook, answer, given, existing);
            }
        }
        return new SchemaDiff(up);
    }

    private static List<Operation> checked(
            PlanHook hook, List<Operation> answer, List<Operation> given, Schema existing) {
        List<Operation> checked = new ArrayList<>();
        Schema schema = existing;
        for (@Nullable Operation operation : answer) {
            if (operation == null) {
                throw failure(hook, "rewrite()", "returns a list that contains null", null);
            }
            String words = ask(hook, "rewrite()", operation::describe);
            if (operation instanceof Operation.Rename
                    && !checked.stream().allMatch(Operation.Rename.class::isInstance)) {
                throw failure(
                        hook, "rewrite()", "puts \"" + words + "\" after another operation: renames come first", null);
            }
            if (operation instanceof Operation.RunStep) {
                throw failure(
                        hook,
                        "rewrite()",
                        "adds \"" + words + "\", which cannot be written as Java: use SQL or a custom operation",
                        null);
            }
            try {
                Operation complete = operation.completedFrom(schema);
                schema = complete.applyTo(schema);
                if (!given.contains(complete)) {
                    complete.reverse();
                }
                checked.add(complete);
            } catch (IrreversibleException e) {
                throw failure(
                        hook,
                        "rewrite()",
                        "adds \"" + words + "\" without an operation that reverses it (" + e.getMessage() + ")",
                        e);
            } catch (RuntimeException | LinkageError e) {
                throw failure(
                        hook,
                        "rewrite()",
                        "keeps an operation that cannot run:" + " " + words + " (" + reason(e) + ")",
                        e);
            }
        }
        return List.copyOf(checked);
    }

    private static <T> T ask(PlanHook hook, String question, Supplier<? extends @Nullable T> method) {
        T answer;
        try {
            answer = method.get();
        } catch (RuntimeException | LinkageError e) {
            throw failure(hook, question, "fails: " + e, e);
        }
        if (answer == null) {
            throw failure(hook, question, "returns null", null);
        }
        return answer;
    }

    private static String reason(Throwable e) {
        return e instanceof IllegalStateException && e.getMessage() != null ? e.getMessage() : e.toString();
    }

    private static GoalException failure(PlanHook hook, String question, String what, @Nullable Throwable cause) {
        String message = question + " of the hook " + name(hook) + " " + what
                + ". Nothing was written; correct the hook, or remove it from " + SERVICES;
        return cause == null ? new GoalException(message) : new GoalException(message, cause);
    }
}
