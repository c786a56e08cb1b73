package dev.albedo.processor.hibernate.bridge;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls methods of Hibernate's objects that older versions lack. */
final class Newer {

    private Newer() {}

    /** Returns the text that this method without parameters returns, or {@code null} if it is blank or the method is missing. */
    static @Nullable String text(Object target, String method) {
        return answer(target, method, String.class)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .orElse(null);
    }

    /** Returns what this method without parameters returns, or {@code otherwise} if it is missing. */
    static boolean yes(Object target, String method, boolean otherwise) {
        return answer(target, method, Boolean.class).orElse(otherwise);
    }

    /** Returns what this method without parameters returns, or nothing if that is {@code null} or the method is missing. */
    static <T> Optional<T> answer(Object target, String method, Class<T> type) {
        try {
            return Optional.ofNullable(
                    type.cast(target.getClass().getMethod(method).invoke(target)));
        } catch (NoSuchMethodException e) {
            return Optional.empty(); // an older Hibernate, whose annotations cannot say it either
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(target.getClass() + "." + method + " cannot be called", e);
        }
    }
}
