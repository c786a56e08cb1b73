package dev.albedo;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** Renames as a text: {@code ID -> id, FIRST_NAME -> first_name}. */
final class RenameList {

    private RenameList() {}

    /** Passes each old and new name on, in order. */
    static void each(String renames, BiConsumer<String, String> rename) {
        Arrays.stream(renames.split(",", -1)).forEach(each -> {
            String[] names = each.split("->", -1);
            if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
                throw new IllegalArgumentException("\"" + each.strip()
                        + "\" is not a rename; write the old and the new name, such as \"ID -> id, NAME -> name\"");
            }
            rename.accept(names[0].strip(), names[1].strip());
        });
    }
}
