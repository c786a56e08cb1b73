package dev.albedo.dialect;

import org.jspecify.annotations.Nullable;

/**
 * An object of a database, such as a view, that depends on a column or a type and stands in the way of its change.
 *
 * @param name its kind and qualified name, such as {@code view public.active_customer}
 * @param removal the statement that drops it
 * @param definition the statements that create it again, with owner, grants and comments
 * @param contents the statement that fills it again after that; {@code null} if it has no contents of its own
 * @param cost what filling it again costs; {@code null} if it has no contents of its own
 * @param shape the definition and the types of its columns, without what the server may spell in another way whenever the
 *     object is created from its definition
 * @param obstacle why it cannot be created again as it is; {@code null} if it can
 */
public record Dependent(
        String name,
        String removal,
        String definition,
        @Nullable String contents,
        @Nullable String cost,
        String shape,
        @Nullable String obstacle) {}
