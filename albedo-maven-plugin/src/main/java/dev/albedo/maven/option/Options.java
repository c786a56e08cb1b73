package dev.albedo.maven.option;

import dev.albedo.revision.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All options of all goals. */
public final class Options {

    /** The prefix of all but a few properties. */
    public static final String PREFIX = "albedo.";

    private static final String VARIABLE_PREFIX = "ALBEDO_";
    private static final Set<String> VARIABLES = Set.of("ALBEDO_URL", "ALBEDO_USER", "ALBEDO_PASSWORD");
    private static final String LIST = "mvn albedo:help -Ddetail lists them";

    private final Map<String, Option> properties = new TreeMap<>();
    private final Map<String, Option> parameters = new TreeMap<>();

    /** The options of these goals. */
    public Options(Collection<Option> options) {
        for (Option option : options) {
            parameters.put(option.parameter(), option);
            if (option.property() != null) {
                properties.put(option.property(), option);
            }
        }
    }

    /** Returns the names of all properties. */
    public Set<String> properties() {
        return Set.copyOf(properties.keySet());
    }

    /** Whether a property is meant for Albedo, by its name. */
    public static boolean isOurs(String property) {
        return property.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /**
     * Returns what is wrong with properties. Values of unknown ones are not repeated, since one may be a password.
     *
     * @param given the properties that are {@link #isOurs}, and those of them that have no prefix; others are ignored
     * @param place where they were found, for people
     */
    public List<String> ofProperties(Map<String, String> given, String place) {
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            Option option = properties.get(name);
            if (option != null) {
                // What is an expression still has its value when the goal runs.
                if (!value.isBlank() && !value.contains("${")) {
                    option.problem(name, value, place).ifPresent(problems::add);
                }
            } else if (isOurs(name)) {
                if (!isVersion(name)
                        || near(name, properties.keySet(), Options::shortName, false)
                                .isPresent()) {
                    problems.add("There is no option " + name + " (" + place + "): "
                            + near(name, properties.keySet(), Options::shortName, true)
                                    .map(known -> "use " + known)
                                    .orElse(LIST));
                }
            }
        });
        return problems;
    }

    /**
     * Returns what is wrong with an element of the plugin's configuration.
     *
     * @param value its text, {@code null} if it has elements in it
     */
    public Optional<String> ofElement(String name, @Nullable String value, String place) {
        Option option = parameters.get(name);
        if (option == null) {
            return Optional.of("There is no option <" + name + "> (" + place + "): "
                    + nearParameter(name).map(known -> "use <" + known + ">").orElse(LIST));
        }
        return value == null || value.isBlank() || value.contains("${")
                ? Optional.empty()
                : option.problem("<" + name + ">", value, place);
    }

    /**
     * Returns which environment variables look like options and are none. Others that begin with {@code ALBEDO_} may be
     * somebody else's.
     */
    public List<String> ofEnvironment(Collection<String> variables) {
        List<String> problems = new ArrayList<>();
        for (String variable : variables) {
            String upper = variable.toUpperCase(Locale.ROOT);
            if (!upper.startsWith(VARIABLE_PREFIX) || VARIABLES.contains(variable)) {
                continue;
            }
            String name = upper.substring(VARIABLE_PREFIX.length());
            Optional<String> property = properties.keySet().stream()
                    .filter(known -> isOurs(known) && plain(known).equals(plain(PREFIX + name)))
                    .findFirst();
            Optional<String> near = near(name, VARIABLES, known -> known.substring(VARIABLE_PREFIX.length()), false);
            if (near.isPresent() || property.isPresent()) {
                problems.add("The environment variable " + variable + " is not read: use "
                        + near.or(() -> property.map(known -> "-D" + known)).orElseThrow());
            }
        }
        return problems;
    }

    /**
     * Returns which properties without a prefix are options that lack it, or misspelled ones.
     *
     * @param given names of properties on a command line that has goals of Albedo only
     * @param own the properties of these goals
     */
    public List<String> withoutPrefix(Collection<String> given, Set<String> own) {
        List<String> problems = new ArrayList<>();
        for (String name : given) {
            if (isOurs(name) || properties.containsKey(name)) {
                continue;
            }
            Optional<String> meant = own.stream()
                    .filter(known -> plain(known).equals(plain(PREFIX + name)))
                    .findFirst()
                    .or(() -> near(name, own, Options::shortName, false))
                    .or(() -> properties.keySet().stream()
                            .filter(known -> plain(known).equals(plain(PREFIX + name)))
                            .findFirst());
            meant.ifPresent(
                    known -> problems.add("There is no option " + name + " (on the command line): use " + known));
        }
        return problems;
    }

    /**
     * Returns which properties of a command line have no value, as where a variable of the shell is not set: without one a
     * goal would take the value, and perhaps the database, from another place.
     */
    public List<String> withoutValue(Map<String, String> given) {
        return given.entrySet().stream()
                .filter(option -> option.getValue().isBlank()
                        && properties.containsKey(option.getKey())
                        && !option.getKey().endsWith("password"))
                .map(option -> option.getKey() + " is empty (on the command line): give it a value, or remove it")
                .toList();
    }

    private Optional<String> nearParameter(String name) {
        Map<String, Option> byEither = new LinkedHashMap<>(parameters);
        properties.forEach((property, option) -> byEither.putIfAbsent(shortName(property), option));
        return near(name, byEither.keySet(), known -> known, true)
                .map(byEither::get)
                .map(Option::parameter);
    }

    /**
     * Returns what was probably meant.
     *
     * @param unknown whether the name is wrong in any case, so that something less alike helps as well
     */
    private static Optional<String> near(
            String name, Collection<String> known, Function<String, String> shortened, boolean unknown) {
        String plain = plain(name);
        int most = unknown ? Math.max(2, plain.length() / 3) : Spelling.allowedMistakes(plain);
        ToIntFunction<String> distance = candidate -> {
            String other = plain(shortened.apply(candidate));
            boolean part = unknown && plain.length() > 2 && (other.startsWith(plain) || other.endsWith(plain));
            return part ? 1 : Spelling.distance(plain, other);
        };
        return known.stream()
                .filter(candidate -> distance.applyAsInt(candidate) <= most)
                .min(Comparator.comparingInt(distance));
    }

    private static String shortName(String property) {
        return isOurs(property) ? property.substring(PREFIX.length()) : property;
    }

    /** A name as it is compared: without case and without what separates its words. */
    private static String plain(String name) {
        return shortName(name).replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** POMs keep the versions of what they use in properties, such as {@code albedo.version}. */
    private static boolean isVersion(String property) {
        return Stream.of(".version", "-version", "Version").anyMatch(property::endsWith);
    }
}
