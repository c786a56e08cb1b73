package dev.albedo.snapshot;

/**
 * Something that Hibernate would create for a model and Albedo does not manage, such as a view or a storage option.
 *
 * @param what it is, such as {@code the view active_customer}
 * @param sql what Hibernate would run, or the part of it that is left out
 */
public record Unmanaged(String what, String sql) {

    @Override
    public String toString() {
        return what + ": " + sql;
    }
}
