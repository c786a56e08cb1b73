package dev.albedo.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Albedo this is. */
final class Version {

    private Version() {}

    private static final class Known {
        static final String VERSION = read();
    }

    /** The version of this jar, as Maven knows it. */
    static String current() {
        return Known.VERSION;
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing beside " + Version.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read version.txt beside " + Version.class.getName(), e);
        }
    }
}
