package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

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
    private final Function<Set<String>, List<Problem>> attempt;
    /** The entities that show a message. */
    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private final Set<String> right = new TreeSet<>();
    private final Set<String> faulty = new TreeSet<>();
    private final Set<String> alone = new TreeSet<>();
    private final long start = System.nanoTime();

    /**
     * A search.
     *
     * @param all the classes of the model
     * @param attempt maps some of them and returns what is wrong
     */
    FaultSearch(ModelTypes types, Collection<String> all, Function<Set<String>, List<Problem>> attempt) {
        this.types = types;
        this.all = all;
        this.attempt = attempt;
    }

    /**
     * Returns everything that is found, by class and attribute.
     *
     * @param first what the whole model fails with
     */
    List<Problem> search(Problem first) {
        found.put(first.message(), new TreeSet<>());
        types.entities().stream()
                .map(entity -> Map.entry(entity, types.withTargets(entity, all)))
                .sorted(Comparator.comparing(closure -> closure.getValue().size()))
                .forEach(closure -> search(closure.getKey(), closure.getValue()));
        FaultPlace place = new FaultPlace(types);
        return found.entrySet().stream()
                .map(entry -> place.locate(new Problem(
                        owner(entry.getValue())
                                .orElse(first.message().equals(entry.getKey()) ? first.className() : null),
                        null,
                        entry.getKey())))
                .sorted(Comparator.comparing(
                        problem -> problem.className() + " " + problem.attribute() + " " + problem.message()))
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
        List<String> messages = messages(withTargets);
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
            add(entity, messages(types.alone(entity, all)));
        }
    }

    private void add(String entity, List<String> messages) {
        messages.forEach(message ->
                found.computeIfAbsent(message, added -> new TreeSet<>()).add(entity));
        if (!messages.isEmpty()) {
            faulty.add(entity);
        }
    }

    private List<String> messages(Set<String> classes) {
        return System.nanoTime() - start > PATIENCE.toNanos()
                ? List.of()
                : attempt.apply(classes).stream()
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
