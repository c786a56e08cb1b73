package dev.albedo.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A Python that happens to be there, for what is compared with tools that are written in it. */
public final class Python {

    private static final List<String> COMMANDS = List.of("python3", "/usr/bin/python3");

    private Python() {}

    /** The command of one that has these modules. */
    public static Optional<String> with(String... modules) {
        return COMMANDS.stream().filter(python -> has(python, modules)).findFirst();
    }

    private static boolean has(String python, String... modules) {
        try {
            return new ProcessBuilder(python, "-c", "import " + String.join(", ", modules))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
