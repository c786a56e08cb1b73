package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ErrorKind;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an error's SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class PostgresErrors {

    /** In the error of {@link PostgresSessions#require}, in any language of the server: it quotes the text that is no number. */
    static final String OTHER_SESSION = "Albedo expects process ";

    /** In the error of {@link PostgresRunLock#requireForTransaction}. */
    static final String TAKEN = "Albedo expects no other run beside process ";

    /** In the error of {@link PostgresSessions#requireUnchanged}. */
    static final String HISTORY_CHANGED = "Albedo expects the history as it was read by process ";

    private PostgresErrors() {}

    /** Returns the kind of the first SQLSTATE in the chain of causes; connection pools wrap the driver's exception. */
    static ErrorKind kindOf(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && failure.getSQLState() != null) {
                return kind(failure.getSQLState(), String.valueOf(failure.getMessage()));
            }
        }
        return ErrorKind.OTHER;
    }

    /** Returns a message without the lines of the DO blocks in which the server was. */
    static String withoutBlocks(String message) {
        return message.lines()
                .filter(line ->
                        !line.strip().replaceFirst("^Where: ", "").startsWith("PL/pgSQL function inline_code_block"))
                .collect(Collectors.joining("\n"));
    }

    private static ErrorKind kind(String state, String message) {
        return switch (state) {
            case "55P03", "40P01", "40001" -> ErrorKind.CONTENTION;
            case "57P01", "57P02", "57P03", "53300" -> ErrorKind.NO_CONNECTION;
            case "42501" -> ErrorKind.PRIVILEGE;
            case "22P02" -> expected(message);
            case "57014" -> ErrorKind.CANCELLED;
            case "42804" -> ErrorKind.TYPE;
            case "54000" -> ErrorKind.LIMIT;
            case "55006" -> ErrorKind.IN_USE;
            case "42P01", "42703", "42704", "42883", "42830", "3F000" -> ErrorKind.MISSING;
            // The server, or the driver on its behalf, refuses this client, for example because no password was given.
            case "08004" -> ErrorKind.CLIENT_REFUSED;
            default -> kindOfClass(state);
        };
    }

    /** The first two characters of a SQLSTATE are its class. */
    private static ErrorKind kindOfClass(String state) {
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" -> ErrorKind.NO_CONNECTION;
            case "28" -> ErrorKind.AUTHENTICATION;
            case "23" -> ErrorKind.INTEGRITY;
            case "22" -> ErrorKind.DATA;
            default -> ErrorKind.OTHER;
        };
    }

    private static ErrorKind expected(String message) {
        return message.contains(OTHER_SESSION)
                ? ErrorKind.OTHER_SESSION
                : message.contains(TAKEN)
                        ? ErrorKind.RUN_LOCK_TAKEN
                        : message.contains(HISTORY_CHANGED) ? ErrorKind.HISTORY_CHANGED : ErrorKind.DATA;
    }
}
