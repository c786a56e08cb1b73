package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import dev.albedo.processor.hibernate.ModelTypes.Attribute;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what else is wrong with a model that Hibernate cannot map. Hibernate stops at the first error, so the entities are
 * mapped again in parts: each with the entities that it refers to, and by itself where that fails.
 */
final class FaultSearch {

    /** How long it searches; a model that is larger than that shows the rest when these are right. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a class may take from an entity that it does not refer to, so that its absence shows nothing. */
    private static final Pattern DECLARED_ELSEWHERE =
            Pattern.compile("(?i)undefined|unknown|filter|generator|profile|result ?set");

    private final ModelTypes types;
    private final Collection<String> all;
    private final FaultPlace place;
    private final BiFunction<Set<String>, LeftOut, List<Problem>> attempt;
    /** The entities that show a message. */
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    /** Where messages are that come with their attribute. */
    private final Map<String, Problem> firstPlace = new HashMap<>();

    private LeftOut leftOut;
    private final Set<String> right = new TreeSet<>();
    private final Set<String> faulty = new TreeSet<>();
    private final Set<String> alone = new TreeSet<>();
    private final long start = System.nanoTime();

    /**
     * A search.
     *
     * @param all the classes of the model
     * @param attempt maps some of them without some attributes and returns what is wrong
     */
    FaultSearch(ModelTypes types, Collection<String> all, BiFunction<Set<String>, LeftOut, List<Problem>> attempt) {
        this.types = types;
        this.place = new FaultPlace(types);
        this.leftOut = new LeftOut(types);
        this.all = all;
        this.attempt = attempt;
    }

    /**
     * Returns everything that is found, by class and attribute. Hibernate stops at the first error of an entity, so the search
     * goes on without the attributes that are at fault.
     *
     * @param first what the whole model fails with
     */
    List<Problem> search(Problem first) {
        List<Problem> round = round(first);
        Set<Problem> problems = new LinkedHashSet<>(round);
        while (true) {
            LeftOut more = leftOut.and(round.stream()
                    .flatMap(problem -> place.attribute(problem).stream())
                    .toList());
            if (more.size() == leftOut.size()) {
                break;
            }
            leftOut = more;
            List.of(found, firstPlace).forEach(Map::clear);
            List.of(faulty, alone).forEach(Set::clear);
            round = round(null);
            // What names an attribute that is left out may be wrong only because of that.
            round.stream()
                    .filter(problem -> problem.attribute() != null && !leftOut.isNamedIn(problem.message()))
                    .forEach(problems::add);
        }
        return problems.stream()
                .sorted(Comparator.comparing(
                        problem -> problem.className() + " " + problem.attribute() + " " + problem.message()))
                .toList();
    }

    /** Maps all entities that are not known to be right, in parts. */
    private List<Problem> round(@Nullable Problem first) {
        if (first != null) {
            found.put(first.message(), new TreeSet<>());
        }
        types.entities().stream()
                .map(entity -> Map.entry(entity, types.withTargets(entity, all)))
                .sorted(Comparator.comparing(closure -> closure.getValue().size()))
                .forEach(closure -> search(closure.getKey(), closure.getValue()));
        return found.entrySet().stream()
                .flatMap(entry -> located(entry.getKey(), entry.getValue(), first))
                .toList();
    }

    private Stream<Problem> located(String message, Set<String> owners, @Nullable Problem first) {
        if (firstPlace.containsKey(message)) {
            return Stream.of(place.locate(firstPlace.get(message)));
        }
        Problem located = place.locate(new Problem(
                owner(owners).orElse(first != null && first.message().equals(message) ? first.className() : null),
                null,
                message));
        if (located.attribute() != null || located.className() == null) {
            return Stream.of(located);
        }
        List<Problem> alone = withoutOthers(located.className(), message);
        return alone.isEmpty() ? Stream.of(located) : alone.stream();
    }

    /** Maps an entity with each of its attributes alone, to see which of them show a message that names none. */
    private List<Problem> withoutOthers(String entity, String message) {
        List<Attribute> attributes = types.dispensable(entity);
        Set<String> classes = types.alone(entity, all);
        if (!types.entities().contains(entity)
                || messages(classes, leftOut.and(attributes)).contains(message)) {
            return List.of();
        }
        return attributes.stream()
                .filter(attribute -> {
                    List<Attribute> others = attributes.stream()
                            .filter(each -> !each.name().equals(attribute.name()))
                            .toList();
                    return messages(classes, leftOut.and(others)).contains(message);
                })
                .map(attribute -> new Problem(attribute.owner().getName(), attribute.name(), message))
                .distinct()
                .toList();
    }

    /** Returns the one entity of which the others are subclasses, if there is one: else something that all have is at fault. */
    private Optional<String> owner(Set<String> owners) {
        List<String> roots = owners.stream()
                .filter(owner -> types.alone(owner, List.of()).stream()
                        .noneMatch(other -> !other.equals(owner) && owners.contains(other)))
                .toList();
        return roots.size() == 1 ? Optional.of(roots.get(0)) : Optional.empty();
    }

    /** Maps an entity with its targets, which shows them all to be right, or which of them is not. */
    private void search(String entity, Set<String> withTargets) {
        if (right.contains(entity)) {
            return;
        }
        if (withTargets.stream().anyMatch(faulty::contains)) {
            searchAlone(entity);
            return;
        }
        List<String> messages = messages(withTargets, leftOut);
        if (messages.isEmpty()) {
            right.addAll(withTargets);
            return;
        }
        withTargets.stream().filter(types.entities()::contains).forEach(this::searchAlone);
        if (messages.stream()
                .noneMatch(message ->
                        found.containsKey(message) && !found.get(message).isEmpty())) {
            add(entity, messages);
        }
    }

    private void searchAlone(String entity) {
        if (!right.contains(entity) && alone.add(entity)) {
            add(entity, messages(types.alone(entity, all), leftOut));
        }
    }

    private void add(String entity, List<String> messages) {
        messages.forEach(message ->
                found.computeIfAbsent(message, added -> new TreeSet<>()).add(entity));
        if (!messages.isEmpty()) {
            faulty.add(entity);
        }
    }

    private List<String> messages(Set<String> classes, LeftOut without) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
            return List.of();
        }
        List<Problem> problems = attempt.apply(classes, without);
        problems.stream()
                .filter(problem -> problem.attribute() != null)
                .forEach(problem -> firstPlace.putIfAbsent(problem.message(), problem));
        return problems.stream()
                .map(Problem::message)
                .filter(message -> found.containsKey(message) || isTrue(message, classes))
                .toList();
    }

    /** Whether a message about a part of the model holds for the whole. */
    private boolean isTrue(String message, Set<String> classes) {
        String plain = message.replace('$', '.');
        return !DECLARED_ELSEWHERE.matcher(message).find()
                && all.stream()
                        .filter(name -> !classes.contains(name))
                        .noneMatch(name -> Pattern.compile("\\b" + Pattern.quote(name.replace('$', '.')) + "\\b")
                                .matcher(plain)
                                .find());
    }
}
