package dev.albedo.maven.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One model of the oracle: a Java file with all its classes in the package {@code oracle.<name>}. Comment lines before the
 * package say what else there is to know: {@code // only: 7.4, 8.0 (reason)} and {@code // set: key=value} for a setting of
 * Hibernate. A comment that starts with a resource's name holds that resource.
 *
 * <p>A file without a package holds several models of one theme: each starts at a line {@code // model: name} and has the
 * imports that stand before the first.
 *
 * <p>A name that the model chooses for a constraint or index has the word "named" in it, and no other name has, so that
 * the two databases can be compared with chosen names and without the others.
 *
 * @param name the name of the file and the package
 * @param source the file's text
 */
public record Model(String name, String source) {

    private static final Path FOLDER = Path.of("src/test/resources/oracle");
    private static final Pattern PACKAGE = Pattern.compile("^package ", Pattern.MULTILINE);
    private static final Pattern START = Pattern.compile("^// model: ", Pattern.MULTILINE);
    private static final Pattern ONLY = Pattern.compile("^// only: ([^(]+) \\(.+\\)$", Pattern.MULTILINE);
    private static final Pattern SETTING = Pattern.compile("^// set: ([^=]+)=(.*)$", Pattern.MULTILINE);
    private static final Pattern RESOURCE =
            Pattern.compile("^/\\* (\\S+\\.xml)\\R(.*?)^\\*/$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<Model> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        }
    }

    private static List<Model> read(Path file) {
        try {
            String text = Files.readString(file);
            if (PACKAGE.matcher(text).find()) {
                return List.of(new Model(file.getFileName().toString().replace(".java", ""), text));
            }
            String[] parts = START.split(text);
            return Stream.of(parts).skip(1).map(part -> of(parts[0], part)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Model of(String imports, String part) {
        String[] nameAndSource = part.split("\\R", 2);
        return new Model(
                nameAndSource[0], "package oracle." + nameAndSource[0] + ";\n" + imports + "\n" + nameAndSource[1]);
    }

    /** Whether this version of Hibernate knows all that the model says. */
    boolean isFor(String version) {
        Matcher only = ONLY.matcher(source);
        return !only.find() || List.of(only.group(1).split(", ")).contains(version);
    }

    /** For Hibernate. */
    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        SETTING.matcher(source).results().forEach(line -> settings.put(line.group(1), line.group(2)));
        return settings;
    }

    /** Names of the mapping files. */
    List<String> mappingFiles() {
        return RESOURCE.matcher(source).results().map(found -> found.group(1)).toList();
    }

    /** Writes the mapping files into a class path folder. */
    void writeMappingFiles(Path folder) throws IOException {
        for (MatchResult found : RESOURCE.matcher(source).results().toList()) {
            Path file = folder.resolve(found.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, found.group(2));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
