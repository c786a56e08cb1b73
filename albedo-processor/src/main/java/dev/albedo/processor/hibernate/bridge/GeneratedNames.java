package dev.albedo.processor.hibernate.bridge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * Remembers the names of constraints and indexes that neither the model nor a naming strategy of the user chose: those
 * for which no name was given and that are what Hibernate itself would have generated. Such names change between versions
 * of Hibernate and are nobody's wish.
 *
 * <p>A proxy, because the methods of the strategy differ between versions.
 */
final class GeneratedNames {

    private static final ImplicitNamingStrategy GENERATED = new ImplicitNamingStrategyJpaCompliantImpl();

    private final Set<String> names = new HashSet<>();

    /** The same strategy, watched. */
    ImplicitNamingStrategy watch(ImplicitNamingStrategy strategy) {
        return (ImplicitNamingStrategy) Proxy.newProxyInstance(
                GeneratedNames.class.getClassLoader(),
                new Class<?>[] {ImplicitNamingStrategy.class},
                (proxy, method, args) -> {
                    Object answer = call(strategy, method, args);
                    if (args != null
                            && args.length == 1
                            && args[0] instanceof ImplicitConstraintNameSource source
                            && answer instanceof Identifier name
                            && source.getUserProvidedIdentifier() == null
                            && name.equals(call(GENERATED, method, args))) {
                        names.add(name.getText());
                    }
                    return answer;
                });
    }

    /** Whether this name is one of those. */
    boolean saysNobody(String name) {
        return names.contains(name);
    }

    private static Object call(ImplicitNamingStrategy strategy, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(strategy, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
