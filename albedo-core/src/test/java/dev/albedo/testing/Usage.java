package dev.albedo.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a program used from the start of its process to its end: what benchmarks compare. Linux only.
 *
 * @param client CPU seconds of the process
 * @param server CPU seconds of the database server meanwhile
 * @param wall seconds
 */
public record Usage(double client, double server, double wall) {

    /** Of both sides. */
    public double cpu() {
        return client + server;
    }

    /** Runs the {@code main} of a class in a new JVM, which may use the server. */
    public static Usage ofJava(TestServer server, String classPath, Class<?> main, String... arguments)
            throws IOException {
        return of(server, javaCommand(classPath, main, arguments));
    }

    /** Runs the {@code main} of a class in a new JVM. */
    public static Usage ofJava(String classPath, Class<?> main, String... arguments) throws IOException {
        return of(null, javaCommand(classPath, main, arguments));
    }

    /** Runs {@code javac} in a new process. */
    public static Usage ofJavac(List<String> arguments) throws IOException {
        return of(
                null,
                Stream.concat(Stream.of(tool("javac")), arguments.stream()).toList());
    }

    /** Runs any program, which may use the server. */
    public static Usage ofProgram(TestServer server, List<String> command) throws IOException {
        return of(server, command);
    }

    private static List<String> javaCommand(String classPath, Class<?> main, String... arguments) {
        return Stream.concat(Stream.of(tool("java"), "-cp", classPath, main.getName()), Arrays.stream(arguments))
                .toList();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Usage of(@Nullable TestServer server, List<String> command) throws IOException {
        double clientBefore = CpuTime.ofEndedChildren();
        double serverBefore = server == null ? 0 : server.cpuSeconds();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        double wall = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + status + ":\n" + output);
        }
        return new Usage(
                CpuTime.ofEndedChildren() - clientBefore,
                server == null ? 0 : server.cpuSeconds() - serverBefore,
                wall);
    }

    /** The median of a figure over several runs. */
    public static double median(List<Usage> runs, ToDoubleFunction<Usage> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Begins a table of {@link #printRow rows}. */
    public static void printHeader(String title) {
        System.out.printf("%n%-48s %8s %8s %8s %8s%n", title, "CPU s", "client", "server", "wall s");
    }

    /** Prints the medians of several runs. */
    public static void printRow(String what, List<Usage> runs) {
        System.out.printf(
                "  %-46s %8.2f %8.2f %8.2f %8.2f%n",
                what,
                median(runs, Usage::cpu),
                median(runs, Usage::client),
                median(runs, Usage::server),
                median(runs, Usage::wall));
    }
}
