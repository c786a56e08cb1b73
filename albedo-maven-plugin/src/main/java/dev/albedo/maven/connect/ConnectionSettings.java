package dev.albedo.maven.connect;

import dev.albedo.dialect.Dialects;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database and who connects to it.
 *
 * @param origin the place the URL was found in, for people
 * @param withheld why there is no password although the application's configuration has one, a sentence; else null
 */
public record ConnectionSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        String origin,
        @Nullable String withheld) {

    /** pgjdbc takes several hosts; without one it connects to this machine. */
    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*).*");

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.[0-9]+){3}|\\[(::1|0*(:0*){6}:0*1)]");

    /** The text that Maven or a shell leaves of an unset variable. */
    private static final Pattern UNSET = Pattern.compile("\\$\\{([^}]+)}");

    private static final Pattern USER_IN_URL = Pattern.compile("[?&]user=");

    private static final Pattern PARTS = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^/?]*)(\\?.*)?");

    /** What the URL itself carries of user and password counts where nothing else is said, and is not in the URL any more. */
    public ConnectionSettings {
        UrlParts parts = UrlParts.of(url);
        url = parts.url();
        user = user == null ? parts.user() : user;
        password = password == null ? parts.password() : password;
    }

    /** Where every password that is known may be used. */
    public ConnectionSettings(String url, @Nullable String user, @Nullable String password, String origin) {
        this(url, user, password, origin, null);
    }

    /** A URL without a user of its own; the URL may carry one. */
    public static ConnectionSettings of(String url, String origin) {
        return new ConnectionSettings(url, null, null, origin);
    }

    /**
     * The values of one source, each {@code null} if it is not set there.
     *
     * @param name the place, as people know it
     * @param lends whether its password serves for a URL of any other place, as that of a {@code settings.xml} server
     *     does; that of an application is sent to the hosts of its own URL and to this machine only
     * @param userProblem why the user that it names cannot be found out, a sentence; else null
     * @param passwordProblem the same of the password
     */
    public record Source(
            String name,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            boolean lends,
            @Nullable String userProblem,
            @Nullable String passwordProblem) {

        /** A place whose values are all known. */
        public Source(
                String name, @Nullable String url, @Nullable String user, @Nullable String password, boolean lends) {
            this(name, url, user, password, lends, null, null);
        }

        /** A blank value says nothing; what the URL carries counts as if it were said beside it. */
        public Source {
            url = blankToNull(url);
            UrlParts parts = UrlParts.of(url == null ? "" : url);
            user = blankToNull(user) == null ? parts.user() : blankToNull(user);
            password = password == null || password.isEmpty() ? parts.password() : password;
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
     * Takes each value from the first source that has it. The user and the password of an application serve for another URL
     * too, the password only if the URL leads to the same host or to this machine; not if the URL names a user itself.
     *
     * @return nothing if no source has a URL
     * @throws SetupException if no dialect is for the URL, or a value of the place of the URL cannot be found out
     */
    public static Optional<ConnectionSettings> choose(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.url() != null)
                .findFirst()
                .map(chosen -> choose(supported(chosen), chosen, sources));
    }

    private static ConnectionSettings choose(String url, Source chosen, List<Source> sources) {
        boolean saysUser = USER_IN_URL.matcher(url).find();
        List<Source> lenders = sources.stream()
                .filter(source -> source.lends() || source.equals(chosen) || !saysUser)
                .toList();
        List<Source> trusted = lenders.stream()
                .filter(source -> source.lends() || source.equals(chosen) || isNear(url, source.url()))
                .toList();
        String user = first(lenders, Source::user);
        String password = first(trusted, Source::password);
        require("user", user, chosen.userProblem());
        require("password", password, chosen.passwordProblem());
        return new ConnectionSettings(
                url, user, password, chosen.name(), password == null ? withheld(lenders, trusted) : null);
    }

    private static void require(String name, @Nullable String value, @Nullable String problem) {
        if (value == null && problem != null) {
            throw new SetupException(problem);
        }
        Matcher unset = UNSET.matcher(value == null ? "" : value);
        if (unset.matches()) {
            throw new SetupException("The " + name + " of the database comes from the variable " + unset.group(1)
                    + ", which is not set: set it, or set albedo." + name);
        }
    }

    private static @Nullable String withheld(List<Source> lenders, List<Source> trusted) {
        for (Source source : lenders) {
            if (source.passwordProblem() != null) {
                return source.passwordProblem();
            }
            if (source.password() != null && !trusted.contains(source)) {
                return "the password beside " + source.name() + " is sent only to the hosts of that URL and to this"
                        + " machine; set albedo.password";
            }
        }
        return null;
    }

    /** Whether a URL leads to this machine, or to hosts that another URL names as well. */
    private static boolean isNear(String url, @Nullable String other) {
        List<String> hosts = hosts(url);
        return hosts.stream().allMatch(host -> THIS_MACHINE.matcher(host).matches())
                || (other != null && hosts(other).containsAll(hosts));
    }

    private static List<String> hosts(String url) {
        Matcher matcher = HOSTS.matcher(url);
        String hosts = matcher.matches() ? matcher.group(1) : "";
        return Pattern.compile(",")
                .splitAsStream(hosts.isEmpty() ? "localhost" : hosts)
                .map(host -> host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT))
                .toList();
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
        return Optional.of(
                new ConnectionSettings(parts.group(1) + encoded + parameters, user, password, origin, withheld));
    }

    /** The URL as it may be shown. */
    public String shownUrl() {
        return PasswordMask.mask(url, password);
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

    private static String supported(Source source) {
        String url = source.url();
        Matcher unset = UNSET.matcher(String.valueOf(url));
        if (unset.find()) {
            throw new SetupException("The database URL of " + source.name() + " needs the variable " + unset.group(1)
                    + ", which is not set: set it, or correct the URL");
        }
        if (url == null || Dialects.urlPrefixes().stream().noneMatch(url::startsWith)) {
            throw new SetupException("The database URL of " + source.name() + " is "
                    + (url == null ? "missing" : foreign(url, source.password()))
                    + ", but Albedo supports " + Dialects.products()
                    + " only: set albedo.url to a URL that starts with "
                    + String.join("// or ", Dialects.urlPrefixes()) + "//");
        }
        return url;
    }

    /** The URL of another database, which may have its password in yet another place: {@code jdbc:oracle:thin:user/password@host}. */
    private static String foreign(String url, @Nullable String password) {
        return PasswordMask.mask(url, password).replaceAll("(:[^/:@\\s]+/)[^@\\s]*@", "$1***@");
    }
}
