package dev.albedo.maven.goal.project;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's classes, for its migrations and its JDBC driver. Of Albedo's own classes it uses the plugin's, so that both
 * speak of the same {@code Operation}; of all else nothing of Maven or the plugin is visible.
 */
public final class ProjectLoader extends URLClassLoader {

    private static final String SHARED = "dev.albedo.";

    static {
        registerAsParallelCapable();
    }

    /** Classes of these directories and jars. */
    public ProjectLoader(List<Path> classPath) {
        super("albedo-project", urls(classPath), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED)) {
            try {
                return Class.forName(name, false, ProjectLoader.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                // A project may have packages of that name.
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(ProjectLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + entry, e);
        }
    }
}
