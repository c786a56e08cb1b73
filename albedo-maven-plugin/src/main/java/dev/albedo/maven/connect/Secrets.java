package dev.albedo.maven.connect;

import org.jspecify.annotations.Nullable;

/** Keeps passwords out of everything that people read. */
public final class Secrets {

    private Secrets() {}

    /** A URL, or a text with URLs in it, without the passwords written in them. */
    public static String mask(String text) {
        return dev.albedo.run.Secrets.mask(text);
    }

    /** The same, and without a password known from elsewhere. */
    public static String mask(String text, @Nullable String password) {
        String masked = mask(text);
        return password == null || password.isEmpty() ? masked : masked.replace(password, "***");
    }
}
