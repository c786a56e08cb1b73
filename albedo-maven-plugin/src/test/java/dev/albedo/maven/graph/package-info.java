/** Tests of what is said of the revision graph. */
@NullMarked
package dev.albedo.maven.graph;

import org.jspecify.annotations.NullMarked;
