package dev.albedo.maven.option;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An option of a goal.
 *
 * @param parameter its element in the configuration of the plugin
 * @param property its property, such as {@code albedo.url}; {@code null} if it can only be configured in the POM
 * @param kind the values that it takes
 * @param problem says what is wrong with a value of the kind, in a sentence
 */
public record Option(
        String parameter, @Nullable String property, Kind kind, Function<String, Optional<String>> problem) {

    /** An option that takes all values of its kind. */
    public Option(String parameter, @Nullable String property, Kind kind) {
        this(parameter, property, kind, value -> Optional.empty());
    }

    /** The values of an option that can be checked before its goal runs. */
    public enum Kind {
        SWITCH("true or false") {
            @Override
            boolean takes(String value) {
                return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
            }
        },
        /** Seconds or a count. PostgreSQL keeps time limits as milliseconds in 32 bits, so more seconds are no limit for it. */
        NUMBER("a whole number from 0 to " + Kind.MOST) {
            @Override
            boolean takes(String value) {
                return value.matches("\\+?0*\\d{1,7}") && Integer.parseInt(value) <= MOST;
            }
        },
        LIST("values separated by commas, none of them empty") {
            @Override
            boolean takes(String value) {
                return Stream.of(value.split(",", -1)).noneMatch(String::isBlank);
            }
        },
        TEXT("a text") {
            @Override
            boolean takes(String value) {
                return true;
            }
        };

        private static final int MOST = Integer.MAX_VALUE / 1000;

        private final String values;

        Kind(String values) {
            this.values = values;
        }

        abstract boolean takes(String value);

        /** Returns the kind of a parameter of this Java type. */
        public static Kind of(String type) {
            return switch (type) {
                case "boolean", "java.lang.Boolean" -> SWITCH;
                case "int", "java.lang.Integer" -> NUMBER;
                case "java.util.List" -> LIST;
                default -> TEXT;
            };
        }
    }

    /**
     * Returns what is wrong with a value.
     *
     * @param name the option as the user spelled it
     * @param place where it was found
     */
    public Optional<String> problem(String name, String value, String place) {
        String text = value.trim();
        return kind.takes(text)
                ? problem.apply(text)
                : Optional.of(name + " is " + text + " (" + place + "): use " + kind.values);
    }
}
