package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import dev.albedo.processor.hibernate.ModelTypes.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the class and the attribute that a message about the model is about. */
final class FaultPlace {

    /** What a message of Hibernate names: in quotes or brackets, or a column of a table. */
    private static final Pattern NAMED =
            Pattern.compile("['\"\\[(]([^'\"\\[\\]()]+)['\"\\])]|\\bcolumn ([\\w$]+) of table ");

    /** What it names that is no attribute, although it may be called like one. */
    private static final Pattern OTHERS = Pattern.compile("\\b(?:table|entity|class) ['\"][^'\"]*['\"]");

    private final ModelTypes types;

    FaultPlace(ModelTypes types) {
        this.types = types;
    }

    /** Returns the problem with the attribute that its message names, if it names one. */
    Problem locate(Problem problem) {
        String message = problem.message();
        if (problem.className() != null && problem.attribute() != null) {
            return declared(problem.className(), problem.attribute())
                    .map(attribute -> at(attribute, message))
                    .orElse(problem);
        }
        Attribute spelled = spelledOut(message);
        if (spelled != null) {
            return at(spelled, message);
        }
        String className = problem.className();
        Attribute named = className == null
                ? only(ofNamedType(types.names(), named(message)))
                : among(types.partsOf(className), named(message));
        if (named == null) {
            return problem;
        }
        return className != null && isAbout(message, className)
                ? at(embedding(className, named), message)
                : at(named, message);
    }

    /** Whether a message is about the entity in which Envers keeps what another had, such as {@code shop.Customer_AUD}. */
    private static boolean isAbout(String message, String audited) {
        return Pattern.compile("'\\w*" + Pattern.quote(audited) + "\\w+'|'\\w+" + Pattern.quote(audited) + "'")
                .matcher(message)
                .find();
    }

    /** Returns the last attribute of an entity that embeds another attribute, which itself may be right elsewhere. */
    private Attribute embedding(String className, Attribute embedded) {
        String part = embedded.owner().getName();
        return types.attributes(className).stream()
                .filter(attribute -> "embeddable".equals(types.kind(part)))
                .filter(attribute -> attribute
                        .classes()
                        .anyMatch(type -> types.partsOf(type.getName()).contains(part)))
                .reduce((first, last) -> last)
                .orElse(embedded);
    }

    /** Returns an attribute where the class that has it, or one that this extends, declares it. */
    private Optional<Attribute> declared(String className, String attribute) {
        return types.partsOf(className).stream()
                .flatMap(part -> types.attributes(part).stream())
                .filter(each -> each.name().equals(attribute))
                .findFirst();
    }

    /** Returns the attribute that a problem is at. */
    Optional<Attribute> attribute(Problem problem) {
        return problem.className() == null || problem.attribute() == null
                ? Optional.empty()
                : declared(problem.className(), problem.attribute());
    }

    private static Problem at(Attribute attribute, String message) {
        return new Problem(attribute.owner().getName(), attribute.name(), message);
    }

    /** Returns the attribute that a message gives with its class, as in {@code shop.Customer.name}. */
    private @Nullable Attribute spelledOut(String message) {
        Attribute longest = null;
        for (String name : types.names()) {
            for (Attribute attribute : types.attributes(name)) {
                String path = name.replace('$', '.') + "." + attribute.name();
                boolean isNamed = Pattern.compile("(?<![\\w.])" + Pattern.quote(path) + "(?![\\w.])")
                        .matcher(message.replace('$', '.'))
                        .find();
                if (isNamed
                        && (longest == null
                                || name.length() > longest.owner().getName().length())) {
                    longest = attribute;
                }
            }
        }
        return longest;
    }

    private static List<String> named(String message) {
        List<String> named = new ArrayList<>();
        Matcher matcher = NAMED.matcher(OTHERS.matcher(message).replaceAll(""));
        while (matcher.find()) {
            named.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return named;
    }

    private @Nullable Attribute among(List<String> parts, List<String> named) {
        Attribute found = null;
        for (String part : parts) {
            for (Attribute attribute : types.attributes(part)) {
                if (named.stream().anyMatch(text -> isCalled(attribute, text))) {
                    found = attribute; // the last one: of two that share a column the second is one too many
                }
            }
            if (found != null) {
                return found;
            }
        }
        return only(ofNamedType(parts, named));
    }

    private static boolean isCalled(Attribute attribute, String text) {
        return attribute.name().equals(text)
                || ModelTypes.strings(attribute.element()).contains(text)
                || attribute
                        .name()
                        .equalsIgnoreCase(text.toLowerCase(Locale.ROOT).replace("_", ""));
    }

    private Stream<Attribute> ofNamedType(Collection<String> classes, List<String> named) {
        return classes.stream()
                .flatMap(name -> types.attributes(name).stream())
                .filter(attribute -> named.contains(attribute.type().getTypeName()));
    }

    /** Returns the attribute if there is one, be it as a field and as a property. */
    private static @Nullable Attribute only(Stream<Attribute> found) {
        List<Attribute> all = found.toList();
        return all.stream()
                                .map(each -> each.owner().getName() + "." + each.name())
                                .distinct()
                                .count()
                        == 1
                ? all.get(0)
                : null;
    }
}
