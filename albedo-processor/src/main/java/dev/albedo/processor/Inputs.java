package dev.albedo.processor;

import dev.albedo.processor.hibernate.HibernateModel;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a project that is needed to read its model. The build tool writes it before it compiles and names the
 * file with {@code -Aalbedo.inputs=<file>}, because a processor cannot ask javac for the class path. Settings that may
 * hold a password are left out.
 *
 * @param classOutput the directory javac writes classes to
 * @param classPath the project's runtime class path, without {@code classOutput}
 * @param settings for Hibernate ({@code hibernate.*} and {@code jakarta.persistence.*}); they win over those of
 *     {@code persistence.xml}
 * @param dialectVersion the version of PostgreSQL the schema is for, such as {@code 18}
 * @param defaultSchema the schema that is the connection's current one
 * @param persistenceUnit which unit of {@code persistence.xml} is meant, or {@code null} if there is only one
 */
public record Inputs(
        Path classOutput,
        List<Path> classPath,
        SortedMap<String, String> settings,
        String dialectVersion,
        String defaultSchema,
        @Nullable String persistenceUnit) {

    /** The version of PostgreSQL if nobody says another: that of the embedded one. */
    public static final String DEFAULT_DIALECT_VERSION = "18";

    /** The schema PostgreSQL puts new tables into if nobody says another. */
    public static final String DEFAULT_SCHEMA = "public";

    private static final String CLASS_OUTPUT = "classOutput";
    private static final String CLASS_PATH = "classPath.";
    private static final String SETTING = "setting.";
    private static final String DIALECT_VERSION = "dialect.version";
    private static final String SCHEMA = "schema.default";
    private static final String UNIT = "persistence.unit";

    public Inputs {
        classPath = List.copyOf(classPath);
        TreeMap<String, String> harmless = new TreeMap<>(settings);
        harmless.keySet().removeIf(key -> key.toLowerCase(Locale.ROOT).contains("password"));
        settings = Collections.unmodifiableSortedMap(harmless);
    }

    /** Inputs with nothing configured. */
    public static Inputs of(Path classOutput, List<Path> classPath) {
        return new Inputs(
                classOutput, classPath, Collections.emptySortedMap(), DEFAULT_DIALECT_VERSION, DEFAULT_SCHEMA, null);
    }

    /** The same with these settings for Hibernate. */
    public Inputs settings(Map<String, String> changed) {
        return new Inputs(
                classOutput, classPath, new TreeMap<>(changed), dialectVersion, defaultSchema, persistenceUnit);
    }

    /** The same for a persistence unit. */
    public Inputs unit(String name) {
        return new Inputs(classOutput, classPath, settings, dialectVersion, defaultSchema, name);
    }

    /** Returns where the snapshot is found in the class output: each persistence unit that is named has its own. */
    public String snapshot() {
        return Snapshot.resource(persistenceUnit);
    }

    /**
     * Returns the inputs of each persistence unit that the project declares; itself if it is of one already.
     *
     * @throws dev.albedo.processor.hibernate.ModelException if {@code persistence.xml} cannot be read
     */
    public List<Inputs> units() throws IOException {
        List<String> units = persistenceUnit == null ? HibernateModel.units(classOutput) : List.of();
        return units.size() < 2 ? List.of(this) : units.stream().map(this::unit).toList();
    }

    /** Reads what {@link #write} wrote. */
    public static Inputs read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a file that Albedo wrote: " + e.getMessage(), e);
        }
        String classOutput = properties.getProperty(CLASS_OUTPUT);
        if (classOutput == null) {
            throw new IOException(file + " is not a file that Albedo wrote: it does not name the class output");
        }
        List<Path> classPath = new ArrayList<>();
        for (int i = 0; properties.getProperty(CLASS_PATH + i) != null; i++) {
            classPath.add(Path.of(properties.getProperty(CLASS_PATH + i)));
        }
        TreeMap<String, String> settings = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(SETTING)) {
                settings.put(key.substring(SETTING.length()), properties.getProperty(key));
            }
        }
        return new Inputs(
                Path.of(classOutput),
                classPath,
                settings,
                properties.getProperty(DIALECT_VERSION, DEFAULT_DIALECT_VERSION),
                properties.getProperty(SCHEMA, DEFAULT_SCHEMA),
                properties.getProperty(UNIT));
    }

    /** Writes a properties file in UTF-8, the same bytes for the same inputs; an unchanged file is not touched. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(CLASS_OUTPUT, classOutput.toString());
        for (int i = 0; i < classPath.size(); i++) {
            properties.setProperty(CLASS_PATH + i, classPath.get(i).toString());
        }
        settings.forEach((key, value) -> properties.setProperty(SETTING + key, value));
        properties.setProperty(DIALECT_VERSION, dialectVersion);
        properties.setProperty(SCHEMA, defaultSchema);
        if (persistenceUnit != null) {
            properties.setProperty(UNIT, persistenceUnit);
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        String sorted = Arrays.stream(text.toString().split("\\R"))
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        if (!Files.exists(file) || !Files.readString(file).equals(sorted)) {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, sorted);
        }
    }
}
