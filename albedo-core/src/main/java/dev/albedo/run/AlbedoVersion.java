package dev.albedo.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Albedo this is. */
final class AlbedoVersion {

    private AlbedoVersion() {}

    private static final class Known {
        static final String VERSION = read();
    }

    /** The version of this jar, as Maven knows it. */
    static String current() {
        return Known.VERSION;
    }

    private static String read() {
        try (InputStream in = AlbedoVersion.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is missing beside " + AlbedoVersion.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read version.txt beside " + AlbedoVersion.class.getName(), e);
        }
    }
}
