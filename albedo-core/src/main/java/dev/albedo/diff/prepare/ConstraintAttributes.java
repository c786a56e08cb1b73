package dev.albedo.diff.prepare;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of the database without what neither the model nor the migrations state of it; see {@link UnmanagedAttributes}.
 */
final class ConstraintAttributes implements Constraint.Visitor<Constraint> {

    private final Constraint wanted;
    private final @Nullable Constraint stated;
    private final List<String> found = new ArrayList<>();

    /**
     * Attributes of a constraint.
     *
     * @param wanted the same constraint of the model
     * @param stated the same constraint as the migrations made it, if they did
     */
    ConstraintAttributes(Constraint wanted, @Nullable Constraint stated) {
        this.wanted = wanted;
        this.stated = stated;
    }

    /** What was left out, in words. */
    List<String> found() {
        return found;
    }

    @Override
    public Constraint primaryKey(Constraint.PrimaryKey key) {
        return key.deferrability(deferrability(Constraint.PrimaryKey.class, Constraint.PrimaryKey::deferrability, key));
    }

    @Override
    public Constraint unique(Constraint.Unique unique) {
        boolean notDistinct = managed(
                Constraint.Unique.class, Constraint.Unique::nullsNotDistinct, unique, false, "NULLS NOT DISTINCT");
        return unique.nullsNotDistinct(notDistinct)
                .deferrability(deferrability(Constraint.Unique.class, Constraint.Unique::deferrability, unique));
    }

    @Override
    public Constraint foreignKey(Constraint.ForeignKey key) {
        Class<Constraint.ForeignKey> kind = Constraint.ForeignKey.class;
        ReferentialAction none = ReferentialAction.NO_ACTION;
        return key.onDelete(
                        managed(kind, Constraint.ForeignKey::onDelete, key, none, "ON DELETE " + words(key.onDelete())))
                .onUpdate(
                        managed(kind, Constraint.ForeignKey::onUpdate, key, none, "ON UPDATE " + words(key.onUpdate())))
                .matchFull(managed(kind, Constraint.ForeignKey::matchFull, key, false, "MATCH FULL"))
                .deferrability(deferrability(kind, Constraint.ForeignKey::deferrability, key));
    }

    @Override
    public Constraint check(Constraint.Check check) {
        return check;
    }

    @Override
    public Constraint exclusion(Constraint.Exclusion exclusion) {
        return exclusion;
    }

    private static String words(ReferentialAction action) {
        return action.name().replace('_', ' ');
    }

    private <C extends Constraint> Deferrability deferrability(
            Class<C> kind, Function<C, Deferrability> attribute, C constraint) {
        return managed(kind, attribute, constraint, Deferrability.NOT_DEFERRABLE, "DEFERRABLE");
    }

    /** The usual value where the model has that and the migrations never said another, else the database's. */
    private <C extends Constraint, T> T managed(
            Class<C> kind, Function<C, T> attribute, C constraint, T usual, String description) {
        T value = attribute.apply(constraint);
        boolean unmanaged = !value.equals(usual)
                && kind.isInstance(wanted)
                && attribute.apply(kind.cast(wanted)).equals(usual)
                && !(kind.isInstance(stated)
                        && !attribute.apply(kind.cast(stated)).equals(usual));
        if (unmanaged) {
            found.add(description);
        }
        return unmanaged ? usual : value;
    }
}
