package dev.albedo.processor;

import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.processor.hibernate.ModelList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mark of everything that decides on the snapshot of a model: the shape of its classes and the constants in them, the whole of the classes these
 * name (enums, converters, user types), settings, mapping files and the jars of the class path. As long as it stays the
 * same, Hibernate need not be asked again.
 */
final class Fingerprint {

    /** Changes whenever Albedo reads a model differently. */
    private static final String READER = "4";

    private static final Pattern MAPPING_FILE = Pattern.compile("<mapping-file>\\s*(.*?)\\s*</mapping-file>");
    private static final Set<String> SHAPES = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/MappedSuperclass;");

    private final List<Path> directories = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> marks = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Fingerprint() {}

    static String of(Inputs inputs, Collection<String> classes) throws IOException {
        return new Fingerprint().read(inputs, classes);
    }

    private String read(Inputs inputs, Collection<String> classes) throws IOException {
        lines.add("reader " + READER);
        lines.add("dialect " + inputs.dialectVersion());
        lines.add("schema " + inputs.defaultSchema());
        lines.add("unit " + inputs.persistenceUnit());
        inputs.settings().forEach((key, value) -> {
            lines.add("setting " + key + "=" + value);
            open.add(value); // it may name a class: a naming strategy, a dialect
        });
        directories.add(inputs.classOutput());
        for (Path entry : inputs.classPath()) {
            if (Files.isDirectory(entry)) {
                directories.add(entry);
            } else if (Files.isRegularFile(entry)) {
                lines.add("jar " + Jar.open(entry).mark());
            }
        }
        open.addAll(classes);
        classes.forEach(name -> lines.add("model " + name));
        for (Path directory : directories) {
            directory(directory);
        }
        while (!open.isEmpty()) {
            type(open.remove());
        }
        marks.forEach((name, mark) -> lines.add(name + " " + mark));
        return ClassFile.mark(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private void directory(Path directory) throws IOException {
        for (String name : List.of("hibernate.properties", "hibernate.cfg.xml")) {
            resource(directory.resolve(name), name);
        }
        for (Path file : files(directory.resolve("META-INF"), ".xml")) {
            String text = resource(file, "META-INF/" + file.getFileName());
            Matcher mapping = MAPPING_FILE.matcher(text);
            while (mapping.find()) {
                resource(directory.resolve(mapping.group(1)), mapping.group(1));
            }
        }
        for (Path file : files(directory.resolve("META-INF/services"), "")) {
            resource(file, "services/" + file.getFileName())
                    .lines()
                    .map(String::strip)
                    .forEach(open::add);
        }
        resource(directory.resolve(FieldConstants.RESOURCE), FieldConstants.RESOURCE);
        Path list = directory.resolve(ModelList.RESOURCE);
        if (Files.isRegularFile(list)) {
            ModelList.read(Files.readString(list)).forEach(name -> {
                lines.add("model " + name);
                open.add(name);
            });
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private String resource(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        byte[] content = Files.readAllBytes(file);
        marks.merge("resource " + name, ClassFile.mark(content), (a, b) -> a + " " + b);
        return new String(content, StandardCharsets.UTF_8);
    }

    private void type(String name) throws IOException {
        if (!seen.add(name) || !isClassName(name)) {
            return;
        }
        String file = name.replace('.', '/') + ".class";
        for (Path directory : directories) {
            Path path = directory.resolve(file);
            if (Files.isRegularFile(path)) {
                byte[] bytes = Files.readAllBytes(path);
                ClassFile type = new ClassFile(bytes);
                boolean shapeOnly = type.annotations().stream().anyMatch(SHAPES::contains);
                marks.put("class " + name, shapeOnly ? type.shapeMark() : ClassFile.mark(bytes));
                open.addAll(shapeOnly ? type.references() : type.allReferences());
                return;
            }
        }
    }

    private static boolean isClassName(String name) {
        if (name.isEmpty()
                || name.startsWith("java.")
                || name.startsWith("jakarta.")
                || name.startsWith("org.hibernate.")) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != '.' && !Character.isJavaIdentifierPart(name.charAt(i)) && name.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }
}
