package dev.albedo.maven.goal.write;

import dev.albedo.maven.writer.Template;
import java.util.Optional;

/**
 * How a project wants its migrations.
 *
 * @param classNames how their classes are named
 * @param template what is around what is generated, if anything is
 * @param postWrite what is done with each when it is written
 */
public record MigrationStyle(ClassNamePattern classNames, Optional<Template> template, PostWrite postWrite) {

    /** As they are if nobody says how. */
    static final MigrationStyle PLAIN =
            new MigrationStyle(new ClassNamePattern(ClassNamePattern.DEFAULT), Optional.empty(), PostWrite.NOTHING);
}
