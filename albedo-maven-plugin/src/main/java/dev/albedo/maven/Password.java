package dev.albedo.maven;

import org.jspecify.annotations.Nullable;

/** A parameter that Maven does not show: with {@code -X} it prints every parameter's {@code toString}. */
public final class Password {

    private @Nullable String value;

    /** Made by Maven. */
    public Password() {}

    /** Called by Maven with what is configured, see its guide on mapping complex objects. */
    public void set(String configured) {
        value = configured;
    }

    @Nullable
    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
