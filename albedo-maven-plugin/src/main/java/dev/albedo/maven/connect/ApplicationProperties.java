package dev.albedo.maven.connect;

import dev.albedo.maven.connect.ConnectionSettings.Source;
import dev.albedo.maven.connect.Placeholders.UnresolvedException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The database that an application's own configuration names: {@code spring.datasource.*} and {@code quarkus.datasource.*}
 * in {@code application.properties}, {@code .yml} and {@code .yaml} of its resources.
 *
 * <p>As in Spring, the files of active profiles override the plain one, {@code .properties} overrides YAML, a document
 * {@code on-profile} counts only when that profile is active, and the environment ({@code SPRING_DATASOURCE_URL})
 * overrides every file. Active profiles are those of {@code spring.profiles.active}; in Quarkus the profile is that of
 * {@code quarkus.profile}, {@code dev} if none is set.
 */
public final class ApplicationProperties {

    /** The placeholders of Maven's resource filtering in a Spring Boot project. */
    private static final Pattern FILTERED = Pattern.compile("@([\\w.\\-]+)@");

    /**
     * Values of <a href="https://github.com/ulisesbocchio/jasypt-spring-boot">Jasypt</a>, <a
     * href="https://docs.spring.io/spring-cloud-config/reference/server/encryption-and-decryption.html">Spring Cloud</a> and
     * <a href="https://quarkus.io/guides/config-secrets">Quarkus</a>.
     */
    private static final Pattern ENCRYPTED =
            Pattern.compile("\\s*(ENC\\(|\\{cipher}|\\$\\{(aes-gcm-nopadding|jasypt)::)");

    private static final String SPRING_JPA_PROPERTIES = "spring.jpa.properties.";

    private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^[#!]---\\s*$");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final UnaryOperator<@Nullable String> outside;

    /**
     * Reads the files.
     *
     * @param resources the project's resource directories, those that do not exist among them
     * @param outside the system properties and environment variables by name, {@code null} for one that is not set
     * @param filter the project's properties, for resource filtering
     */
    public ApplicationProperties(
            List<Path> resources, UnaryOperator<@Nullable String> outside, UnaryOperator<@Nullable String> filter)
            throws IOException {
        this.outside = outside;
        read(resources, "application", List.of(), filter);
        List<String> profiles = profiles();
        if (!profiles.isEmpty()) {
            read(resources, "application", profiles, filter);
        }
        for (String profile : profiles) {
            read(resources, "application-" + profile, profiles, filter);
        }
    }

    /**
     * The configured databases, Spring's first.
     *
     * @throws SetupException if the URL of one cannot be found out
     */
    public List<Source> sources() {
        return keys().map(keys -> source(keys, value(keys.prefix(), keys.url())))
                .filter(source -> source.url() != null)
                .toList();
    }

    /** The users and passwords that are configured, for a URL from elsewhere. Spring's if it has any of them, else Quarkus'. */
    public List<Source> lenders() {
        return keys().filter(keys ->
                        Stream.of(keys.user(), keys.password()).anyMatch(key -> text(keys.prefix(), key) != null))
                .map(keys -> source(keys, lenient(keys.prefix(), keys.url()).value()))
                .limit(1)
                .toList();
    }

    /** The names of a database's properties. */
    private record Keys(String prefix, String url, String user, String password) {}

    private Stream<Keys> keys() {
        String profile = outside("quarkus.profile");
        return Stream.of(
                new Keys("", "spring.datasource.url", "spring.datasource.username", "spring.datasource.password"),
                new Keys(
                        "%" + (profile == null ? "dev" : profile) + ".",
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password"));
    }

    private Source source(Keys keys, @Nullable String url) {
        Found user = lenient(keys.prefix(), keys.user());
        Found password = lenient(keys.prefix(), keys.password());
        return new Source(keys.url(), url, user.value(), password.value(), false, user.problem(), password.problem());
    }

    /** A value, or why it cannot be found out, or neither. */
    private record Found(@Nullable String value, @Nullable String problem) {}

    private Found lenient(String prefix, String key) {
        try {
            return new Found(value(prefix, key), null);
        } catch (SetupException e) {
            return new Found(null, e.getMessage());
        }
    }

    /** Returns the settings of {@code spring.jpa.*} for names and the model, under Hibernate's names. */
    public Map<String, String> hibernateSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.keySet().stream()
                .filter(key -> key.startsWith(SPRING_JPA_PROPERTIES))
                .forEach(key -> put(settings, key.substring(SPRING_JPA_PROPERTIES.length()), key));
        put(settings, "hibernate.implicit_naming_strategy", "spring.jpa.hibernate.naming.implicit-strategy");
        put(settings, "hibernate.physical_naming_strategy", "spring.jpa.hibernate.naming.physical-strategy");
        return settings;
    }

    private void put(Map<String, String> settings, String name, String key) {
        String value = value("", key);
        if (value != null) {
            settings.put(name, value);
        }
    }

    private List<String> profiles() {
        String active = value("", "spring.profiles.active");
        return active == null
                ? List.of()
                : Arrays.stream(active.split(","))
                        .map(String::trim)
                        .filter(profile -> !profile.isEmpty())
                        .toList();
    }

    /** A property as it is written. */
    private @Nullable String text(String prefix, String key) {
        String value = outside(key);
        if (value == null) {
            value = values.get(prefix + key);
        }
        return value == null ? values.get(key) : value;
    }

    private @Nullable String value(String prefix, String key) {
        String text = text(prefix, key);
        if (text == null) {
            return null;
        }
        if (ENCRYPTED.matcher(text).lookingAt()) {
            throw new SetupException(key + " is encrypted, and Albedo cannot decrypt it: set " + instead(key));
        }
        try {
            return new Placeholders(this::placeholder).resolve(text);
        } catch (UnresolvedException e) {
            throw new SetupException(
                    key + " needs " + e.name() + ", which is not set: set it, or set " + instead(key), e);
        }
    }

    /** Returns the options to set instead of a property of the application. */
    private static String instead(String key) {
        return key.endsWith(".password")
                ? "albedo.password or ALBEDO_PASSWORD"
                : key.endsWith(".username") ? "albedo.user" : "albedo.url";
    }

    private @Nullable String placeholder(String name) {
        String value = outside(name);
        return value != null ? value : values.get(name);
    }

    /** By its own name, and as the environment variable that stands for it. */
    private @Nullable String outside(String name) {
        String value = outside.apply(name);
        return value != null
                ? value
                : outside.apply(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
    }

    private void read(List<Path> resources, String name, List<String> profiles, UnaryOperator<@Nullable String> filter)
            throws IOException {
        for (String extension : List.of(".yaml", ".yml", ".properties")) {
            for (Path resource : resources) {
                for (Path directory : List.of(resource, resource.resolve("config"))) {
                    Path file = directory.resolve(name + extension);
                    if (Files.isRegularFile(file)) {
                        String text = filtered(Files.readString(file, StandardCharsets.UTF_8), filter);
                        documents(file, text)
                                .filter(document -> isActive(document, profiles))
                                .forEach(values::putAll);
                    }
                }
            }
        }
    }

    private static String filtered(String text, UnaryOperator<@Nullable String> filter) {
        return FILTERED.matcher(text).replaceAll(match -> {
            String value = filter.apply(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group(1) : value);
        });
    }

    private static boolean isActive(Map<String, String> document, List<String> profiles) {
        String wanted = document.get("spring.config.activate.on-profile");
        return wanted == null
                || Arrays.stream(wanted.split(",")).map(String::trim).anyMatch(profiles::contains);
    }

    private static Stream<Map<String, String>> documents(Path file, String text) throws IOException {
        return file.toString().endsWith(".properties") ? properties(text) : yaml(file, text);
    }

    private static Stream<Map<String, String>> properties(String text) throws IOException {
        List<Map<String, String>> documents = new ArrayList<>();
        for (String part : DOCUMENT_END.split(text)) {
            Properties properties = new Properties();
            properties.load(new StringReader(part));
            Map<String, String> document = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(key -> document.put(key, properties.getProperty(key)));
            documents.add(document);
        }
        return documents.stream();
    }

    private static Stream<Map<String, String>> yaml(Path file, String text) {
        List<Map<String, String>> documents = new ArrayList<>();
        try {
            for (Object part : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
                Map<String, String> document = new LinkedHashMap<>();
                flatten("", part, document);
                documents.add(document);
            }
        } catch (YAMLException e) {
            // Its message quotes the lines around, which may hold a password.
            Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
            throw new SetupException(file.getFileName() + " is not valid YAML"
                    + (mark == null ? "" : " in line " + (mark.getLine() + 1))
                    + ", so a database URL in it cannot be read: correct the file, or set albedo.url");
        }
        return documents.stream();
    }

    private static void flatten(String prefix, @Nullable Object node, Map<String, String> document) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, document));
        } else if (node instanceof List<?> list) {
            document.put(
                    prefix, String.join(",", list.stream().map(String::valueOf).toList()));
        } else if (node != null) {
            document.put(prefix, node.toString());
        }
    }
}
