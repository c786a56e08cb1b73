package dev.albedo.maven.connect.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the artifact that carries them: a jar with one {@code .txz} in it. */
final class ServerBinaries {

    private static final int ANYONE_MAY_EXECUTE = 0111;

    private ServerBinaries() {}

    /** Unpacks into a directory that is there afterwards as a whole or, if this fails or is killed, not at all. */
    static void unpack(Path artifact, Path directory) throws IOException {
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        deleteTree(partial);
        Files.createDirectories(partial);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(artifact))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpackTar(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(zip))), partial);
                    Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            }
        }
        throw new IOException(artifact.getFileName() + " contains no .txz archive of PostgreSQL");
    }

    /** Deletes a directory with all that is in it, or does nothing if it is not there. */
    static void deleteTree(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void unpackTar(TarArchiveInputStream tar, Path directory) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = directory.resolve(entry.getName()).normalize();
            if (!target.startsWith(directory)) {
                throw new IOException("The PostgreSQL archive contains a path outside of itself: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createDirectories(target.getParent());
                Files.copy(directory.resolve(entry.getLinkName()).normalize(), target);
            } else {
                copy(tar, entry, target);
            }
        }
    }

    private static void copy(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(content, target);
        PosixFileAttributeView posix = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (posix != null && (entry.getMode() & ANYONE_MAY_EXECUTE) != 0) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(posix.readAttributes().permissions());
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            posix.setPermissions(permissions);
        }
    }
}
