package dev.albedo.maven.random;

import dev.albedo.maven.random.RandomModel.Attribute;
import dev.albedo.maven.random.RandomModel.Entity;
import dev.albedo.maven.random.RandomModel.Part;
import dev.albedo.maven.random.RandomModel.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Takes away from a pair that fails what it does not need to fail in the same way. */
final class Shrinking {

    /** Each takes a compilation of all candidates. */
    private static final int MOST_ROUNDS = 12;

    private Shrinking() {}

    /** Runs pairs and finds the first whose failure is as wanted. */
    interface Trial {
        Optional<RandomPair> first(List<RandomPair> pairs, Predicate<String> failure) throws Exception;
    }

    /** A smaller pair that fails for the same reason; perhaps the pair itself. */
    static RandomPair of(RandomPair failed, String reason, Trial trial) throws Exception {
        RandomPair smallest = failed;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<RandomPair> candidates = candidates(smallest, failed.seed() + "_" + round);
            Optional<RandomPair> smaller =
                    trial.first(candidates, other -> kind(other).equals(kind(reason)));
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    /** The first line without what has a number in it, such as names. */
    private static String kind(String reason) {
        return reason.lines().findFirst().orElse("").replaceAll("\\S*\\d\\S*", "N");
    }

    private static List<RandomPair> candidates(RandomPair pair, String label) {
        List<UnaryOperator<RandomModel>> removals = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Stream.of(pair.from(), pair.to())
                .forEach(model -> model.entities().forEach(entity -> {
                    if (names.add(entity.name())) {
                        removals.add(without(entity.name()));
                    }
                }));
        for (Entity entity : pair.from().entities()) {
            for (Attribute attribute : entity.attributes()) {
                removals.add(changed(
                        entity.name(),
                        found -> found.attributes(found.attributes().stream()
                                .filter(other -> !other.name().equals(attribute.name()))
                                .toList())));
            }
            for (Part part : entity.parts()) {
                removals.add(changed(
                        entity.name(),
                        found -> found.parts(found.parts().stream()
                                .filter(other -> !other.equals(part))
                                .toList())));
            }
            entity.traits().keySet().stream()
                    .filter(trait -> trait != Trait.ROLE && trait != Trait.KEY)
                    .forEach(trait -> removals.add(changed(entity.name(), found -> found.with(trait, null))));
        }
        List<RandomPair> candidates = new ArrayList<>();
        for (UnaryOperator<RandomModel> removal : removals) {
            RandomModel from = removal.apply(pair.from());
            RandomModel to = removal.apply(pair.to());
            boolean smaller = !from.equals(pair.from()) || !to.equals(pair.to());
            if (smaller && hasEntity(from) && hasEntity(to)) {
                candidates.add(new RandomPair(pair.seed(), label + "_" + candidates.size(), from, to, pair.said()));
            }
        }
        return candidates;
    }

    private static boolean hasEntity(RandomModel model) {
        return !model.ofRole(Role.ENTITY).isEmpty();
    }

    private static UnaryOperator<RandomModel> without(String name) {
        return model -> SoundModel.of(new RandomModel(
                model.entities().stream()
                        .filter(entity -> !entity.name().equals(name))
                        .toList(),
                model.enums()));
    }

    private static UnaryOperator<RandomModel> changed(String name, UnaryOperator<Entity> change) {
        return model -> SoundModel.of(model.entity(name)
                .map(entity -> model.with(change.apply(entity)))
                .orElse(model));
    }
}
