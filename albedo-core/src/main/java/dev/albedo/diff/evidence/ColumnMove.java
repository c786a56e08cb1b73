package dev.albedo.diff.evidence;

import dev.albedo.origin.Place;

/**
 * An attribute whose column is in another table now.
 *
 * @param origin the class and attribute
 * @param from the column before
 * @param to the column after
 * @param isLikely whether only a person knows that it is the same attribute
 */
public record ColumnMove(String origin, Place from, Place to, boolean isLikely) {

    /** The move of an attribute that is the same. */
    public ColumnMove(String origin, Place from, Place to) {
        this(origin, from, to, false);
    }

    /** Returns the move of an attribute that another class has now, as it seems. */
    public static ColumnMove likely(String origin, Place from, Place to) {
        return new ColumnMove(origin, from, to, true);
    }

    /** Returns the way back. */
    public ColumnMove reverse() {
        return new ColumnMove(origin, to, from, isLikely);
    }

    /** Returns the simple name of the class. */
    public String className() {
        String className = origin.substring(0, Math.max(origin.indexOf('#'), 0));
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
