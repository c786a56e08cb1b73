package dev.albedo.testing;

import dev.albedo.dialect.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A dialect that answers one question in another way, as that of another database would. */
public final class ChangedDialect {

    private ChangedDialect() {}

    /**
     * Returns a dialect with another answer.
     *
     * @param method the name of a method
     * @param answer what it returns
     */
    public static Dialect of(Dialect dialect, String method, Object answer) {
        return (Dialect) Proxy.newProxyInstance(
                ChangedDialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer;
                    }
                    try {
                        return called.invoke(dialect, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
