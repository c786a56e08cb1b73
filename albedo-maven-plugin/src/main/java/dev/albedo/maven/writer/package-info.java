/**
 * Operations to Java. The only user of JavaPoet.
 *
 * <p>JavaPoet writes the class and its imports, palantir-java-format lays it out. The formatter needs packages of the
 * JDK's compiler that a running Maven does not export, so it runs in a JVM of its own, as its command line tool.
 */
@NullMarked
package dev.albedo.maven.writer;

import org.jspecify.annotations.NullMarked;
