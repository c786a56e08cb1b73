package dev.albedo.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digests of texts, and checksums of revisions, which are such a digest behind the format of the text and a colon. */
final class Checksum {

    private static final Pattern WITH_FORMAT = Pattern.compile("([0-9]{1,9}):.*");

    private Checksum() {}

    /** The first half of the SHA-256 of a text in UTF-8, in hexadecimal digits. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The checksum of a canonical text of a format. */
    static String of(int format, String text) {
        return format + ":" + of(text);
    }

    /** The format of the text that a checksum was computed from; 0 for what was recorded before there were formats. */
    static int format(String checksum) {
        Matcher matcher = WITH_FORMAT.matcher(checksum);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
