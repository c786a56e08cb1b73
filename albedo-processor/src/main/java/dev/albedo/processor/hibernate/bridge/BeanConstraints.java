package dev.albedo.processor.hibernate.bridge;

import jakarta.validation.Configuration;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Applies the constraints of Bean Validation to the columns. Hibernate does it when it makes a session factory, in a class
 * that is not public.
 */
final class BeanConstraints {

    private static final String MODE = "jakarta.persistence.validation.mode";
    private static final String APPLY = "hibernate.validator.apply_to_ddl";

    private BeanConstraints() {}

    static void apply(
            MetadataImplementor metadata, StandardServiceRegistry registry, ClassLoader loader, Report report) {
        Map<String, Object> settings = Settings.of(registry);
        if (loader.getResource("jakarta/validation/Validation.class") != null && reachTheSchema(registry, settings)) {
            With.validation(metadata, registry, settings, loader, report);
        }
    }

    /** Whether the settings apply constraints to the schema. Hibernate 8 decides by settings of its own, so it is asked. */
    private static boolean reachTheSchema(StandardServiceRegistry registry, Map<String, Object> settings) {
        Object mode = settings.getOrDefault(MODE, "auto");
        try {
            Class<?> modes = Class.forName("org.hibernate.boot.beanvalidation.ValidationMode");
            Class<?> influence = Class.forName("org.hibernate.tool.schema.ValidationConstraintDdlInfluence");
            Object parsed =
                    modes.getMethod("parseValidationModes", Object.class).invoke(null, mode);
            Object resolved = influence
                    .getMethod("resolve", ServiceRegistry.class, Set.class)
                    .invoke(null, registry, parsed);
            return !resolved.toString().equals("DISABLED");
        } catch (ClassNotFoundException e) {
            String older = String.valueOf(mode).toLowerCase(Locale.ROOT);
            return (older.contains("auto") || older.contains("ddl"))
                    && !"false".equalsIgnoreCase(String.valueOf(settings.get(APPLY)));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static IllegalStateException unknown(ReflectiveOperationException e) {
        return new IllegalStateException(
                "this version of Hibernate applies the constraints of Bean Validation in a way that Albedo does not know",
                e);
    }

    /** Apart, because its classes are not there in every project. */
    private static final class With {

        static void validation(
                MetadataImplementor metadata,
                StandardServiceRegistry registry,
                Map<String, Object> settings,
                ClassLoader loader,
                Report report) {
            try (ValidatorFactory factory = factory(loader)) {
                Method method = Class.forName("org.hibernate.boot.beanvalidation.TypeSafeActivator", true, loader)
                        .getMethod(
                                "applyRelationalConstraints",
                                ValidatorFactory.class,
                                Collection.class,
                                Map.class,
                                Dialect.class,
                                ClassLoaderAccess.class);
                method.setAccessible(true);
                method.invoke(
                        null,
                        factory,
                        metadata.getEntityBindings(),
                        settings,
                        metadata.getDatabase().getDialect(),
                        new ClassLoaderAccessImpl(null, registry.requireService(ClassLoaderService.class)));
            } catch (NoProviderFoundException e) {
                // The annotations alone do nothing, in the application as here.
                return;
            } catch (InvocationTargetException | ValidationException e) {
                Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
                report.warn("Bean Validation did not start, so its constraints are not in the schema: "
                        + (cause == null ? e : cause).getMessage());
            } catch (ReflectiveOperationException e) {
                throw unknown(e);
            }
        }

        private static ValidatorFactory factory(ClassLoader loader) {
            Configuration<?> configuration = Validation.byDefaultProvider().configure();
            boolean reference = loader.getResource(
                            "org/hibernate/validator/messageinterpolation/ParameterMessageInterpolator.class")
                    != null;
            // Messages do not matter, and this one needs no expression language on the class path.
            return (reference ? configuration.messageInterpolator(new ParameterMessageInterpolator()) : configuration)
                    .buildValidatorFactory();
        }
    }
}
