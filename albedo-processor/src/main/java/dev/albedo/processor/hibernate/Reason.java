package dev.albedo.processor.hibernate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one sentence of what Hibernate threw, and finds the class it is about. */
final class Reason {

    private Reason() {}

    static ModelException of(Throwable thrown, Collection<String> classes) {
        if (isOurs(thrown)) {
            StackTraceElement place = thrown.getStackTrace()[0];
            return new ModelException(
                    null,
                    "Hibernate has mapped the model, but Albedo cannot read it: " + message(thrown) + " at " + place
                            + ". This is a defect of Albedo, please report it with this line",
                    thrown);
        }
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = thrown; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            messages.add(message(cause));
        }
        String className = className(messages, classes);
        String reason = sentence(List.copyOf(messages));
        String message = className == null
                ? "Hibernate cannot map the model: " + reason
                : "Hibernate cannot map " + simple(className) + ": " + reason;
        return new ModelException(className, message, thrown);
    }

    /** Whether Albedo's own code made a mistake; what it refuses on purpose is not of these types. */
    private static boolean isOurs(Throwable thrown) {
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
        if (thrown instanceof NoClassDefFoundError && text != null) {
            return "class " + text.replace('/', '.') + " is not on the class path";
        }
        if (thrown instanceof ClassNotFoundException) {
            return "class " + text + " is not on the class path";
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
