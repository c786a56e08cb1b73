package dev.albedo.maven;

import dev.albedo.maven.goal.report.Console;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageUtils;

/**
 * Maven's log, with colours where Maven itself uses them.
 *
 * @param log takes the lines
 * @param interactive whether Maven may ask, as it may not with {@code -B}
 * @param commands makes the commands in a text those that the user can run
 */
record MavenConsole(Log log, boolean interactive, UnaryOperator<String> commands) implements Console {

    @Override
    public void print(String line) {
        log.info(commands.apply(line));
    }

    @Override
    public void warn(String line) {
        log.warn(commands.apply(line));
    }

    @Override
    public Optional<Boolean> confirm(String question) {
        String asked = question + " [y/n]";
        while (true) {
            Optional<String> answer = ask(asked);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            switch (answer.get().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Optional.of(true);
                }
                case "n", "no" -> {
                    return Optional.of(false);
                }
                default -> asked = "Please answer y or n:";
            }
        }
    }

    /** By the JDK's console, because Maven's core has brought no prompter since version 3.0. */
    @Override
    @SuppressWarnings("SystemConsoleNull") // it is not null without a terminal since Java 22, so that is asked as well
    public Optional<String> ask(String question) {
        java.io.Console terminal = System.console();
        if (!interactive || terminal == null || !isTerminal(terminal)) {
            return Optional.empty();
        }
        return Optional.ofNullable(terminal.readLine("%s ", question)).map(String::strip);
    }

    /** Before Java 22 nobody can be asked, and there is no console without a terminal. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the console does not say whether it is a terminal", e);
        }
    }

    @Override
    public String strong(String text) {
        return MessageUtils.buffer().strong(text).build();
    }

    @Override
    public String danger(String text) {
        return MessageUtils.buffer().failure(text).build();
    }
}
