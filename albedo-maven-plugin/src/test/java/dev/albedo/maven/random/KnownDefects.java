package dev.albedo.maven.random;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Defects that the random pairs found and that are being worked on; this list only gets shorter. */
final class KnownDefects {

    /** What covers each, and how its failure begins. */
    private static final Map<String, Pattern> DEFECTS = new TreeMap<>(Map.of(
            "B3, texts of bytes", Pattern.compile("invalid byte sequence for encoding")));

    private KnownDefects() {}

    /** What covers a failure; empty if it is not known. */
    static Optional<String> of(String reason) {
        return DEFECTS.entrySet().stream()
                .filter(defect -> defect.getValue().matcher(reason).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
