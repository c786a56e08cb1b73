package dev.albedo.maven.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database and who connects to it.
 *
 * @param origin the place the URL was found in, for people
 */
public record ConnectionSettings(
        String url, @Nullable String user, @Nullable String password, String origin) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final Pattern PARTS = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^/?]*)(\\?.*)?");

    /** A URL without a user of its own; the URL may carry one. */
    public static ConnectionSettings of(String url, String origin) {
        return new ConnectionSettings(url, null, null, origin);
    }

    /**
     * What one place says, each value {@code null} where it says nothing.
     *
     * @param name the place, as people know it
     * @param lends whether its user and password serve for a URL from another place, as those of a {@code settings.xml}
     *     server do; those of an application go with its own URL only
     */
    public record Source(
            String name,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            boolean lends) {

        /** A blank value says nothing. */
        public Source {
            url = blankToNull(url);
            user = blankToNull(user);
            password = password == null || password.isEmpty() ? null : password;
        }

        private static @Nullable String blankToNull(@Nullable String value) {
            return value == null || value.isBlank() ? null : value.trim();
        }

        @Override
        public String toString() {
            return "Source[" + name + "]";
        }
    }

    /**
     * Takes each value from the first source that has it.
     *
     * @return nothing if no source has a URL
     * @throws SetupException if the URL is not one of PostgreSQL
     */
    public static Optional<ConnectionSettings> choose(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.url() != null)
                .findFirst()
                .map(chosen -> {
                    List<Source> lenders = sources.stream()
                            .filter(source -> source.lends() || source.equals(chosen))
                            .toList();
                    return new ConnectionSettings(
                            postgresql(chosen),
                            first(lenders, Source::user),
                            first(lenders, Source::password),
                            chosen.name());
                });
    }

    /**
     * Another database of the same server, for the same user.
     *
     * @return nothing if the URL is not written like {@code jdbc:postgresql://host:port/database}
     */
    public Optional<ConnectionSettings> database(String name) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String parameters = parts.group(3) == null ? "" : parts.group(3);
        return Optional.of(new ConnectionSettings(parts.group(1) + encoded + parameters, user, password, origin));
    }

    /** The URL as it may be shown. */
    public String shownUrl() {
        return Secrets.mask(url, password);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[" + shownUrl() + " of " + origin + "]";
    }

    private static @Nullable String first(List<Source> sources, Function<Source, @Nullable String> value) {
        for (Source source : sources) {
            String found = value.apply(source);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String postgresql(Source source) {
        String url = source.url();
        if (url == null || !url.startsWith(POSTGRESQL)) {
            throw new SetupException("The database URL of " + source.name() + " is "
                    + (url == null ? "missing" : Secrets.mask(url, source.password()))
                    + ", but Albedo works on PostgreSQL only: set albedo.url to a URL that starts with " + POSTGRESQL
                    + "//");
        }
        return url;
    }
}
