package dev.albedo.diff;

import dev.albedo.origin.Place;

/**
 * An attribute whose column is in another table now.
 *
 * @param origin the class and attribute
 * @param from the column before
 * @param to the column after
 */
public record ColumnMove(String origin, Place from, Place to) {

    /** Returns the way back. */
    public ColumnMove reverse() {
        return new ColumnMove(origin, to, from);
    }

    /** Returns the simple name of the class. */
    public String className() {
        String className = origin.substring(0, Math.max(origin.indexOf('#'), 0));
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
