package dev.albedo.maven.goal.write;

import dev.albedo.diff.prepare.NamingConvention;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A naming convention from a user's configuration. */
public final class NamingPatterns {

    private NamingPatterns() {}

    /**
     * The default convention with these patterns in it.
     *
     * @throws IllegalArgumentException if a pattern is for nothing that there is, or is not right
     */
    public static NamingConvention of(@Nullable Map<String, String> patterns) {
        NamingConvention convention = NamingConvention.DEFAULT;
        if (patterns != null) {
            for (Map.Entry<String, String> pattern : patterns.entrySet()) {
                convention = with(convention, pattern.getKey(), pattern.getValue());
            }
        }
        return convention;
    }

    private static NamingConvention with(NamingConvention convention, String what, String pattern) {
        return switch (what) {
            case "primaryKey" -> convention.primaryKey(pattern);
            case "unique" -> convention.unique(pattern);
            case "foreignKey" -> convention.foreignKey(pattern);
            case "index" -> convention.index(pattern);
            case "check" -> convention.check(pattern);
            case "exclusion" -> convention.exclusion(pattern);
            default ->
                throw new IllegalArgumentException("naming has no key " + what
                        + ": use primaryKey, unique, foreignKey, index, check and exclusion");
        };
    }
}
