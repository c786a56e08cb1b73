package dev.albedo.processor.hibernate;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Lets a test keep the class loader of a Hibernate for many models, which takes seconds where a loader a model takes minutes. */
public final class OpenModelLoader {

    private OpenModelLoader() {}

    /** The loader that {@link HibernateModel} uses, over a class path with Hibernate and the models. */
    public static URLClassLoader over(List<Path> classPath) {
        return new ModelLoader(classPath);
    }

    /** The code that runs beside the Hibernate of such a loader. */
    public static ModelBinding binding(ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName("dev.albedo.processor.hibernate.bridge.ModelBridge", true, loader)
                .asSubclass(ModelBinding.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
