package dev.albedo.maven;

import dev.albedo.maven.goal.Console;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Maven's log, with colours where Maven itself uses them. */
record MavenConsole(Log log) implements Console {

    @Override
    public void print(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public String strong(String text) {
        return MessageUtils.buffer().strong(text).build();
    }

    @Override
    public String danger(String text) {
        return MessageUtils.buffer().failure(text).build();
    }
}
