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
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
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
        String mode = String.valueOf(settings.getOrDefault(MODE, "auto")).toLowerCase(Locale.ROOT);
        boolean wanted = (mode.contains("auto") || mode.contains("ddl"))
                && !"false".equalsIgnoreCase(String.valueOf(settings.get(APPLY)));
        if (wanted && loader.getResource("jakarta/validation/Validation.class") != null) {
            With.validation(metadata, registry, settings, loader, report);
        }
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
                throw new IllegalStateException(
                        "this version of Hibernate applies the constraints of Bean Validation in a way that Albedo does"
                                + " not know",
                        e);
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
