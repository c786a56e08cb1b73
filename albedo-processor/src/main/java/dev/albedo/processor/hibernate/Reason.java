package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one sentence of what Hibernate threw, and finds the class that it mentions. */
final class Reason {

    private Reason() {}

    /** What is said of the whole model, as long as it is not known which class is at fault. */
    private static final String OF_THE_MODEL = "Hibernate cannot map the model: ";

    /** Returns the class that was not found, if a throwable says so. */
    static Optional<String> missingClass(Throwable thrown) {
        String text = thrown.getMessage();
        if (thrown instanceof TypeNotPresentException absent) {
            return Optional.of(absent.typeName());
        }
        if (text == null) {
            return Optional.empty();
        }
        boolean isMissing = thrown instanceof ClassNotFoundException
                || (thrown instanceof NoClassDefFoundError && !text.contains(" "));
        return isMissing ? Optional.of(text.replaceFirst("^L(.*);$", "$1").replace('/', '.')) : Optional.empty();
    }

    /** Says that classes of the model cannot be used without others. */
    static List<Problem> ofMissing(Map<String, String> missing) {
        return missing.entrySet().stream()
                .map(each -> new Problem(
                        each.getKey(),
                        null,
                        each.getKey() + " needs the class " + each.getValue()
                                + ", which is not on the class path; add the dependency that contains it"))
                .toList();
    }

    static Problem of(Throwable thrown, Collection<String> classes) {
        if (isOurs(thrown)) {
            StackTraceElement place = thrown.getStackTrace()[0];
            return new Problem(
                    null,
                    null,
                    "Hibernate has mapped the model, but Albedo cannot read it: " + message(thrown) + " at " + place
                            + ". This is a bug in Albedo, please report it with this line");
        }
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            messages.add(message(cause));
        }
        return new Problem(className(messages, classes), null, OF_THE_MODEL + sentence(List.copyOf(messages)));
    }

    /** Returns the problem with the class and attribute at fault in its message. */
    static Problem named(Problem problem) {
        String className = problem.className();
        if (className == null || !problem.message().startsWith(OF_THE_MODEL)) {
            return problem;
        }
        String attribute = problem.attribute();
        return new Problem(
                className,
                attribute,
                "Hibernate cannot map " + simple(className) + (attribute == null ? "" : "." + attribute) + ": "
                        + problem.message().substring(OF_THE_MODEL.length()));
    }

    /** Whether Albedo's own code made a mistake; what it refuses on purpose is not of these types. */
    static boolean isOurs(Throwable thrown) {
        boolean mistake = thrown instanceof NullPointerException
                || thrown instanceof ClassCastException
                || thrown instanceof IndexOutOfBoundsException
                || thrown instanceof NoSuchElementException
                || thrown instanceof IncompatibleClassChangeError;
        return mistake
                && Arrays.stream(thrown.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(name -> name.startsWith("dev.albedo.processor."))
                        .isPresent();
    }

    /** What it says first and what it ends in, if that says more. */
    private static String sentence(List<String> messages) {
        String first = messages.get(0);
        String last = messages.get(messages.size() - 1);
        return first.contains(last) ? first : first + " (" + last + ")";
    }

    private static String message(Throwable thrown) {
        String text = thrown.getMessage();
        Optional<String> missing = missingClass(thrown);
        if (missing.isPresent()) {
            return "class " + missing.get() + " is not on the class path";
        }
        String plain = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? thrown.getClass().getSimpleName() : plain;
    }

    private static @Nullable String className(Collection<String> messages, Collection<String> classes) {
        List<String> longestFirst = classes.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String message : messages) {
            for (String name : longestFirst) {
                if (message.contains(name) || message.contains(name.replace('$', '.'))) {
                    return name;
                }
            }
        }
        for (String message : messages) {
            for (String name : longestFirst) {
                if (message.matches(".*\\b" + java.util.regex.Pattern.quote(simple(name)) + "\\b.*")) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
