package dev.albedo.processor.hibernate.bridge;

import java.util.Collections;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Drops what Hibernate logs: its banner and its remarks on a missing connection mean nothing in a compilation, and what
 * is wrong with a model it throws.
 */
public final class SilentLoggerProvider implements LoggerProvider {

    @Override
    public Logger getLogger(String name) {
        return new SilentLogger(name);
    }

    @Override
    public void clearMdc() {}

    @Override
    public @Nullable Object putMdc(String key, Object value) {
        return null;
    }

    @Override
    public @Nullable Object getMdc(String key) {
        return null;
    }

    @Override
    public void removeMdc(String key) {}

    @Override
    public Map<String, Object> getMdcMap() {
        return Collections.emptyMap();
    }

    @Override
    public void clearNdc() {}

    @Override
    public @Nullable String getNdc() {
        return null;
    }

    @Override
    public int getNdcDepth() {
        return 0;
    }

    @Override
    public @Nullable String popNdc() {
        return null;
    }

    @Override
    public @Nullable String peekNdc() {
        return null;
    }

    @Override
    public void pushNdc(String message) {}

    @Override
    public void setNdcMaxDepth(int maxDepth) {}

    private static final class SilentLogger extends Logger {

        private static final long serialVersionUID = 1L;

        SilentLogger(String name) {
            super(name);
        }

        @Override
        public boolean isEnabled(Level level) {
            return false;
        }

        @Override
        protected void doLog(
                Level level, String loggerClassName, Object message, Object[] parameters, Throwable thrown) {}

        @Override
        protected void doLogf(
                Level level, String loggerClassName, String format, Object[] parameters, Throwable thrown) {}
    }
}
