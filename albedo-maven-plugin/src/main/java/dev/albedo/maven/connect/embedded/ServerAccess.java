package dev.albedo.maven.connect.embedded;

import dev.albedo.maven.connect.SetupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Who may connect to the embedded server: whoever can read the file with its password, which is the user who runs Maven. Its
 * superuser can read and write that user's files and start programs, so without a password everybody on the machine could.
 */
final class ServerAccess {

    private static final String RULES = "pg_hba.conf";
    private static final int PASSWORD_BYTES = 24;

    private final Path directory;

    /** The access to the servers in a directory. */
    ServerAccess(Path directory) {
        this.directory = directory;
    }

    /** Returns the file with the password. */
    Path passwordFile() {
        return directory.resolve("password");
    }

    /** Returns the password, empty if there is none yet. */
    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new SetupException(
                    "The password of the embedded PostgreSQL cannot be read from " + passwordFile()
                            + ": delete the file; the next goal creates a new one",
                    e);
        }
    }

    /** Makes the directory, which nobody else may look into. */
    void createDirectory() throws IOException {
        Files.createDirectories(directory);
        if (isPosix()) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Makes the password, unless it is there. */
    void createPassword() throws IOException {
        if (password().isEmpty()) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path partial = directory.resolve("password.partial");
            Files.deleteIfExists(partial);
            if (isPosix()) {
                Files.createFile(
                        partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(partial, HexFormat.of().formatHex(random) + "\n");
            Files.move(partial, passwordFile(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether a data directory lets somebody in without a password, as earlier versions of Albedo made it. */
    static boolean isOpen(Path data) throws IOException {
        return Files.exists(data.resolve(RULES)) && rules(data).stream().anyMatch(ServerAccess::trusts);
    }

    /** Lets nobody in without a password; other rules stay. A server that runs must be restarted. */
    static void close(Path data) throws IOException {
        List<String> closed = rules(data).stream()
                .map(rule -> trusts(rule) ? rule.replaceFirst("\\btrust\\b", "scram-sha-256") : rule)
                .toList();
        Files.write(data.resolve(RULES), closed, StandardCharsets.UTF_8);
    }

    private static List<String> rules(Path data) throws IOException {
        return Files.readAllLines(data.resolve(RULES), StandardCharsets.UTF_8);
    }

    private static boolean trusts(String rule) {
        String said = rule.replaceFirst("#.*", "");
        return Arrays.asList(said.trim().split("\\s+")).contains("trust");
    }

    /** On Windows a directory below the user's own is closed to others by what it inherits. */
    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
