package dev.albedo.maven.goal.write;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Latin, Greek and Cyrillic letters in those of ASCII, as passports and road signs spell them. */
final class Transliteration {

    private static final Map<String, String> LETTERS = Arrays.stream("""
                    ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ŋ ng ı i ə e ĸ k ŧ t
                    а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch
                    ш sh щ shch ы y э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ђ dj ћ c џ dz ѓ g ќ k ѕ dz
                    α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
                    """.split("(?<=\\p{ASCII})\\s+(?=[^\\p{ASCII}])"))
            .map(String::strip)
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    /** The signs of Cyrillic that have no sound. */
    private static final String SILENT = "ъьЪЬ";

    private Transliteration() {}

    /** The text with each letter that is known spelled in ASCII, and each other one as it was. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> ascii.append(ascii(letter)));
        return ascii.toString();
    }

    private static String ascii(int letter) {
        String text = Character.toString(letter);
        if (letter < 128) {
            return text;
        }
        if (SILENT.contains(text)) {
            return "";
        }
        if (Character.isDigit(letter)) {
            return Integer.toString(Character.digit(letter, 10));
        }
        String known = known(letter);
        if (!known.isEmpty()) {
            return known;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        if (plain.chars().allMatch(each -> each < 128)) {
            return plain;
        }
        int base = plain.codePointAt(0);
        return plain.length() == Character.charCount(base) && !known(base).isEmpty() ? known(base) : text;
    }

    private static String known(int letter) {
        String spelled = LETTERS.getOrDefault(Character.toString(Character.toLowerCase(letter)), "");
        return Character.isUpperCase(letter) && !spelled.isEmpty()
                ? Character.toUpperCase(spelled.charAt(0)) + spelled.substring(1)
                : spelled;
    }
}
