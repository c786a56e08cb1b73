package dev.albedo.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings that casts, literals and the text of values depend on, with the values that each run gives them. So the
 * same migration makes the same rows, whoever runs it. What a {@code money} is worth depends on {@code lc_monetary}, which
 * belongs to the database: a run takes what the database, the role or the URL says, whatever the session has set since.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Client Connection Defaults</a>
 */
final class SessionSettings {

    /**
     * A setting.
     *
     * @param value {@code null} for the default of the session
     */
    record Setting(String name, @Nullable String value) {

        private String set(boolean local) {
            return "set_config('" + name + "', " + (value == null ? "null" : "'" + value + "'") + ", " + local + ")";
        }

        /** Where a script keeps what it found. */
        private String kept() {
            return "'albedo." + name.toLowerCase(Locale.ROOT) + "'";
        }
    }

    static final List<Setting> ALL = List.of(
            new Setting("TimeZone", "UTC"),
            new Setting("DateStyle", "ISO, MDY"),
            new Setting("IntervalStyle", "postgres"),
            new Setting("bytea_output", "hex"),
            new Setting("extra_float_digits", "1"),
            new Setting("standard_conforming_strings", "on"),
            new Setting("xmloption", "content"),
            new Setting("lc_monetary", null));

    private SessionSettings() {}

    /** The calls that set them, for the transaction or for the session. */
    static String set(boolean local) {
        return ALL.stream().map(setting -> setting.set(local)).collect(Collectors.joining(", "));
    }

    /** The calls that keep what the session has. */
    static String keep() {
        return ALL.stream()
                .map(setting -> "set_config(" + setting.kept() + ", current_setting('" + setting.name() + "'), false)")
                .collect(Collectors.joining(", "));
    }

    /** The calls that put back what {@link #keep} kept. */
    static String putBack() {
        return ALL.stream()
                .map(setting -> "set_config('" + setting.name() + "', current_setting(" + setting.kept() + "), false)")
                .collect(Collectors.joining(", "));
    }
}
