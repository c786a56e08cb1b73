package dev.albedo.maven.writer;

import dev.albedo.Migration;
import dev.albedo.operation.Operation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The operations that the source of a migration emits once it is compiled. */
public record Recorded(List<Operation> up, List<Operation> down) {

    /** Compiles and runs it. */
    public static Recorded from(Path directory, String packageName, String className, String source) throws Exception {
        Path file =
                directory.resolve("src").resolve(packageName.replace('.', '/')).resolve(className + ".java");
        Path output = directory.resolve("classes");
        Files.createDirectories(file.getParent());
        Files.createDirectories(output);
        Files.writeString(file, source);
        compile(file, output);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()}, Recorded.class.getClassLoader())) {
            Migration migration = (Migration) loader.loadClass(packageName + "." + className)
                    .getDeclaredConstructor()
                    .newInstance();
            List<Operation> up = new ArrayList<>();
            List<Operation> down = new ArrayList<>();
            migration.up(up::add);
            migration.down(down::add);
            return new Recorded(up, down);
        }
    }

    private static void compile(Path file, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(complaints, null, null)) {
            List<String> options = List.of(
                    "-proc:none", "-Xlint:all", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, complaints, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        List<Diagnostic<? extends JavaFileObject>> found = complaints.getDiagnostics().stream()
                .filter(each -> each.getSource() != null)
                .toList();
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
    }
}
