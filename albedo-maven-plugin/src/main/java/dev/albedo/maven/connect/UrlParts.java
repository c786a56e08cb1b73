package dev.albedo.maven.connect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL of PostgreSQL, and the user and password that it carries, which are taken out of it before anything shows it:
 * {@code jdbc:postgresql://user:password@host/database?user=user&password=password}. The driver itself does not know the
 * first form.
 *
 * @param url without them
 */
record UrlParts(String url, @Nullable String user, @Nullable String password) {

    private static final Pattern USER_INFO = Pattern.compile("(?s)(jdbc:postgresql://)([^/?]*)@(.*)");

    /** Takes a URL apart; one of another database stays as it is. */
    static UrlParts of(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            return new UrlParts(url, null, null);
        }
        String user = null;
        String password = null;
        String rest = url;
        Matcher userInfo = USER_INFO.matcher(url);
        if (userInfo.matches()) {
            String[] both = userInfo.group(2).split(":", 2);
            user = decoded(both[0]);
            password = both.length > 1 ? decoded(both[1]) : null;
            rest = userInfo.group(1) + userInfo.group(3);
        }
        int query = rest.indexOf('?');
        if (query >= 0) {
            List<String> kept = new ArrayList<>();
            for (String parameter : rest.substring(query + 1).split("&", -1)) {
                if (parameter.startsWith("user=")) {
                    user = decoded(parameter.substring("user=".length()));
                } else if (parameter.startsWith("password=")) {
                    password = decoded(parameter.substring("password=".length()));
                } else {
                    kept.add(parameter);
                }
            }
            rest = rest.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
        }
        return new UrlParts(rest, blankToNull(user), blankToNull(password));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // somebody's password has a percent sign in it
        }
    }

    @Override
    public String toString() {
        return "UrlParts[" + url + "]";
    }
}
