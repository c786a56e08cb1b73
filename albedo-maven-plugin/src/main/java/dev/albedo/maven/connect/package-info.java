/**
 * Which database a goal works on, and how it is reached: the configured one in a documented order of places, or else a
 * PostgreSQL of the project's own under its build directory.
 *
 * <p>Knows nothing of Maven; what Maven must provide (decrypted servers, an artifact's file) is handed in.
 */
@NullMarked
package dev.albedo.maven.connect;

import org.jspecify.annotations.NullMarked;
