package dev.albedo.maven.random;

import dev.albedo.maven.oracle.Model;
import java.util.Random;

/**
 * Two models, the second made from the first.
 *
 * @param seed what both were made of
 * @param label for names of packages
 * @param said what was renamed in between, as a user says it
 */
record RandomPair(long seed, String label, RandomModel from, RandomModel to, String said) {

    static RandomPair of(long seed) {
        ModelGenerator generator = new ModelGenerator(new Random(seed));
        RandomModel from = generator.model();
        ModelMutation.Result changed = ModelMutation.of(from, generator);
        return new RandomPair(seed, Long.toString(seed), from, changed.model(), changed.renames());
    }

    /** Every fourth pair is for the older release. */
    String hibernate() {
        return seed % 4 == 0 ? "6.6" : "7.4";
    }

    Model before() {
        return model(from, "before");
    }

    Model after() {
        return model(to, "after");
    }

    private Model model(RandomModel model, String when) {
        String name = "pair_" + label + "_" + when;
        return new Model(name, ModelSource.of(model, "oracle." + name));
    }

    /** For a message. */
    String sources() {
        return before().source() + "\n" + after().source() + "\nrenames: " + said;
    }
}
