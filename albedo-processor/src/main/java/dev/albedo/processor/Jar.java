package dev.albedo.processor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The table of contents of a jar (APPNOTE.TXT of the ZIP format, section 4.3.12), read without opening the jar as one: a
 * compilation has many, and must not wait for them.
 */
final class Jar {

    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;

    private final String name;
    private final long size;
    private final byte[] contents;

    private Jar(String name, long size, byte[] contents) {
        this.name = name;
        this.size = size;
        this.contents = contents;
    }

    static Jar open(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long size = file.length();
            byte[] tail = read(file, size, END_SIZE);
            int end = tail.length == END_SIZE && i4(tail, 0) == END_SIGNATURE ? 0 : -1;
            if (end < 0) {
                tail = read(file, size, END_SIZE + MAX_COMMENT);
                end = tail.length - END_SIZE;
                while (end >= 0 && i4(tail, end) != END_SIGNATURE) {
                    end--;
                }
            }
            if (end >= 0) {
                long length = i4(tail, end + 12) & 0xffffffffL;
                long start = i4(tail, end + 16) & 0xffffffffL;
                if (start + length <= size) {
                    return new Jar(name, size, read(file, start + length, length));
                }
            }
            return new Jar(name, size, tail);
        }
    }

    /**
     * A mark that is equal for equal content: the table holds a checksum of each entry. No path and no time of the file
     * system is in it, so that two machines agree.
     */
    String mark() {
        CRC32 sum = new CRC32();
        sum.update(contents);
        return name + " " + size + "-" + Long.toHexString(sum.getValue());
    }

    boolean has(String entry) {
        byte[] wanted = entry.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at + ENTRY_SIZE <= contents.length && i4(contents, at) == ENTRY_SIGNATURE) {
            int nameLength = i2(contents, at + 28);
            if (nameLength == wanted.length && is(wanted, at + ENTRY_SIZE)) {
                return true;
            }
            at += ENTRY_SIZE + nameLength + i2(contents, at + 30) + i2(contents, at + 32);
        }
        return false;
    }

    private boolean is(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (contents[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] read(RandomAccessFile file, long end, long atMost) throws IOException {
        byte[] bytes = new byte[(int) Math.min(end, atMost)];
        file.seek(end - bytes.length);
        file.readFully(bytes);
        return bytes;
    }

    private static int i2(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    private static int i4(byte[] bytes, int at) {
        return i2(bytes, at) | (i2(bytes, at + 2) << 16);
    }
}
