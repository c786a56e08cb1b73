/**
 * The goals as Maven sees them: parameters, whose Javadoc is the manual, and one call each. What is done is in
 * {@code goal}, where the database is comes from {@code connect}. {@link dev.albedo.maven.AlbedoLifecycleParticipant}
 * makes one plugin declaration enough.
 */
@NullMarked
package dev.albedo.maven;

import org.jspecify.annotations.NullMarked;
