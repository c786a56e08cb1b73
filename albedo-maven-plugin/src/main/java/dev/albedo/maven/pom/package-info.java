/**
 * Adds to a POM, as text: a user's comments, order and white space stay as they are. The only user of DomTrip, which keeps
 * what it does not change byte for byte; Maven's own writer of models keeps none of it.
 */
@NullMarked
package dev.albedo.maven.pom;

import org.jspecify.annotations.NullMarked;
