package dev.albedo.testing;

import static dev.albedo.schema.SchemaDsl.counting;

import dev.albedo.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Choices at random, in the order in which they are asked for. */
record Choice(Random random) {

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> List<T> some(List<T> list, int most) {
        List<T> shuffled = shuffled(list);
        return List.copyOf(shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(most))));
    }

    <T extends @Nullable Object> T either(T first, T second) {
        return random.nextBoolean() ? first : second;
    }

    @Nullable
    String comment() {
        return chance(5) ? pick(List.of("a comment", "it's \"so\"\nin two lines")) : null;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    SequenceOptions options() {
        return switch (random.nextInt(4)) {
            case 0 -> counting().startWith(100).incrementBy(50);
            case 1 -> counting().incrementBy(-2).between(-99L, 9L).startWith(9);
            case 2 -> counting().between(1L, 500L).cache(20).cycle(true);
            default -> counting();
        };
    }
}
