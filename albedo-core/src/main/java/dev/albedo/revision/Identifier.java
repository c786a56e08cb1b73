package dev.albedo.revision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote where a revision is named, taken apart: {@code branch@symbol+steps}.
 *
 * @param text as it was written
 * @param branch what stands before the {@code @}
 * @param symbol an id, a prefix, a label or a word such as {@code head}; empty for where the database is
 * @param steps how far up from there, or down if it is negative; nothing if that is not said
 */
record Identifier(String text, Optional<String> branch, String symbol, Optional<Integer> steps) {

    private static final String NAME = "[a-zA-Z0-9_.]";

    private static final Pattern FORM = Pattern.compile("(?:(" + NAME + "+)@)?(" + NAME + "*)(?:([+-])([0-9]{1,6}))?");

    /**
     * Takes it apart.
     *
     * @throws RevisionException if it is not of this form
     */
    static Identifier parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group(2).isEmpty() && form.group(3) == null)) {
            throw new RevisionException(
                    "\"" + text + "\" names no revision: write an id or the beginning of one, a label,"
                            + " head, heads, base or current, with +2 or -1 behind it or alone, or a branch before it like"
                            + " label@head");
        }
        return new Identifier(
                text,
                Optional.ofNullable(form.group(1)),
                form.group(2),
                Optional.ofNullable(form.group(3)).map(sign -> Integer.parseInt(sign + form.group(4))));
    }

    /** Whether it is counted from where the database is. */
    boolean isFromDatabase() {
        return symbol.isEmpty();
    }

    boolean leadsUp() {
        return steps.isPresent() && text.indexOf('+') >= 0;
    }

    boolean leadsDown() {
        return steps.isPresent() && text.indexOf('-') >= 0;
    }
}
