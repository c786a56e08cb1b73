package dev.albedo.diff.prepare;

import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a sequence has that neither the model nor the migrations state; see {@link UnmanagedAttributes}. The increment is always
 * stated, since Hibernate counts with it.
 */
final class SequenceAttributes {

    private final String name;
    private final Sequence existing;
    private final Sequence wanted;
    private final Optional<Sequence> stated;
    private final List<String> found = new ArrayList<>();

    SequenceAttributes(String name, Sequence existing, Sequence wanted, Optional<Sequence> stated) {
        this.name = name;
        this.existing = existing;
        this.wanted = wanted;
        this.stated = stated;
    }

    List<String> found() {
        return found;
    }

    Sequence managed() {
        SequenceOptions options = wanted.options();
        long usualStart = options.increment() > 0 ? 1 : -1;
        Sequence changed = existing;
        if (isUnstated(Sequence::type, Types.bigint())) {
            changed = take(changed, each -> each.type(wanted.type()), "type");
        }
        if (isUnstated(each -> each.options().start(), usualStart)) {
            changed = take(changed, each -> each.startWith(options.start()), "start");
        }
        if (isUnstated(each -> bounds(each.options()), List.of())) {
            changed =
                    take(changed, each -> each.options(each.options().between(options.min(), options.max())), "bounds");
        }
        if (isUnstated(each -> each.options().cache(), 1L)) {
            changed = take(changed, each -> each.options(each.options().cache(options.cache())), "cache");
        }
        if (isUnstated(each -> each.options().cycle(), false)) {
            changed = take(changed, each -> each.options(each.options().cycle(options.cycle())), "cycle");
        }
        return changed;
    }

    private static List<Long> bounds(SequenceOptions options) {
        List<Long> bounds = new ArrayList<>();
        if (options.min() != null || options.max() != null) {
            bounds.add(Objects.requireNonNullElse(options.min(), Long.MIN_VALUE));
            bounds.add(Objects.requireNonNullElse(options.max(), Long.MAX_VALUE));
        }
        return bounds;
    }

    /** Whether the model has the usual value, and the migrations never said another. */
    private boolean isUnstated(Function<Sequence, Object> attribute, Object usual) {
        return attribute.apply(wanted).equals(usual)
                && stated.map(attribute).filter(said -> !said.equals(usual)).isEmpty();
    }

    private Sequence take(Sequence sequence, UnaryOperator<Sequence> change, String what) {
        return UnmanagedAttributes.changed(sequence, change, what + " of " + name, found);
    }
}
