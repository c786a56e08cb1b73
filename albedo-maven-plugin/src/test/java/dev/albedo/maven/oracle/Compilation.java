package dev.albedo.maven.oracle;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles all models at once, which takes a second where one by one takes a minute. */
final class Compilation {

    private Compilation() {}

    /** Compiles the models against a class path into a folder, which is emptied before. */
    static void run(List<Model> models, List<Path> classPath, Path output) throws IOException {
        empty(output);
        if (models.isEmpty()) {
            return; // javac takes it for a mistake
        }
        List<String> options = List.of(
                "--release",
                "17",
                "-nowarn",
                "-proc:none",
                "-parameters",
                "-d",
                output.toString(),
                "-classpath",
                classPath.stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(System.getProperty("path.separator"))));
        List<Source> sources = models.stream().map(Source::new).toList();
        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
            throw new IllegalStateException("the models do not compile:\n" + messages);
        }
        for (Model model : models) {
            model.writeMappingFiles(output);
        }
    }

    /** Makes a folder that is empty. */
    static void empty(Path output) throws IOException {
        if (Files.exists(output)) {
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(output);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final Model model;

        Source(Model model) {
            super(URI.create("model:/" + model.name() + ".java"), Kind.SOURCE);
            this.model = model;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return model.source();
        }

        /** A model may have several public classes, for what Hibernate makes by reflection. */
        @Override
        public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
            return kind == Kind.SOURCE;
        }
    }
}
