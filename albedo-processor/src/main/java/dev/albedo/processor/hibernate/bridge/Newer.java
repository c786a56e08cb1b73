package dev.albedo.processor.hibernate.bridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Asks Hibernate's objects for what only newer versions know. */
final class Newer {

    private Newer() {}

    /** What this method without parameters says, or {@code null} if it says nothing, nothing but blanks, or is not there. */
    static @Nullable String text(Object target, String method) {
        try {
            Method found = target.getClass().getMethod(method);
            String text = (String) found.invoke(target);
            return text == null || text.isBlank() ? null : text.strip();
        } catch (NoSuchMethodException e) {
            return null; // an older Hibernate, whose annotations cannot say it either
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(target.getClass() + "." + method + " does not answer", e);
        }
    }

    /** What this method without parameters says, or {@code otherwise} if it is not there. */
    static boolean yes(Object target, String method, boolean otherwise) {
        try {
            return (boolean) target.getClass().getMethod(method).invoke(target);
        } catch (NoSuchMethodException e) {
            return otherwise; // an older Hibernate
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(target.getClass() + "." + method + " does not answer", e);
        }
    }
}
