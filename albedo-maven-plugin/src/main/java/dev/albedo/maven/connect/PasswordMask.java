package dev.albedo.maven.connect;

import dev.albedo.run.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the passwords of connections out of everything that people read; those in SQL are {@link Secrets}'. */
public final class PasswordMask {

    private PasswordMask() {}

    /** A URL, or a text with URLs in it, without the passwords written in them. */
    public static String mask(String text) {
        return Secrets.mask(text);
    }

    /**
     * The same, and without a password known from elsewhere, where a URL has it: as it is and as a URL encodes it. Nowhere
     * else, because a password {@code x} is a letter of many names.
     */
    public static String mask(String text, @Nullable String password) {
        String masked = text;
        if (password != null && !password.isEmpty()) {
            for (String form : forms(password)) {
                masked = Pattern.compile("(?i)((?://[^/\\s:@]*:)|(?:[?&;]|\\b)(?:password|passwd|pwd)\\s*=\\s*)"
                                + Pattern.quote(form) + "(?=[@&;\\s\"',)]|$)")
                        .matcher(masked)
                        .replaceAll("$1***");
            }
        }
        return mask(masked);
    }

    private static Set<String> forms(String password) {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(password);
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20"));
        return forms;
    }
}
