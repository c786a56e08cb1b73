package dev.albedo.processor.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class loader the user's Hibernate lives in. Nothing of the compiler or the build tool is visible in it but the
 * vocabulary and {@link ModelBinding}; the classes of the bridge are defined anew in it.
 */
final class ModelLoader extends URLClassLoader {

    private static final String BRIDGE = "dev.albedo.processor.hibernate.bridge.";
    private static final List<String> SHARED = List.of(
            "dev.albedo.RenamedFrom",
            "dev.albedo.schema.",
            "dev.albedo.internal.sql.",
            "dev.albedo.origin.",
            "dev.albedo.snapshot.",
            "dev.albedo.processor.hibernate.",
            "dev.albedo.dialect.");
    private static final String LOGGER_SERVICE = "META-INF/services/org.jboss.logging.LoggerProvider";
    private static final String OUR_LOGGER_SERVICE = "dev/albedo/processor/hibernate/bridge/LoggerProvider.service";

    ModelLoader(List<Path> classPath) {
        super("albedo-model", urls(classPath), ClassLoader.getPlatformClassLoader());
    }

    /** Makes more of the class path visible, after all that is there. */
    void append(List<URL> urls) {
        urls.forEach(this::addURL);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(BRIDGE)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : defineBridge(name);
            }
        }
        for (String shared : SHARED) {
            if (name.startsWith(shared)) {
                return Class.forName(name, false, own());
            }
        }
        return super.loadClass(name, resolve);
    }

    private Class<?> defineBridge(String name) throws ClassNotFoundException {
        try (InputStream in = own().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Routes the logging of Hibernate to the bridge, whatever logging library the user has. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (name.equals(LOGGER_SERVICE)) {
            URL ours = own().getResource(OUR_LOGGER_SERVICE);
            return ours == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(ours));
        }
        return super.getResources(name);
    }

    private static ClassLoader own() {
        return ModelLoader.class.getClassLoader();
    }

    /** Where the processor itself was loaded from, as far as its loader tells. */
    static @Nullable List<URL> ownClassPath() {
        return own() instanceof URLClassLoader loader ? List.of(loader.getURLs()) : null;
    }

    private static URL[] urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("not a class path entry: " + entry, e);
            }
        }
        return urls.toArray(URL[]::new);
    }
}
