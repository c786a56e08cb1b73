/**
 * The oracle: for each model, what Hibernate's own schema creation builds must be what Albedo builds. The models are data,
 * in {@code src/test/resources/oracle}.
 */
@NullMarked
package dev.albedo.maven.oracle;

import org.jspecify.annotations.NullMarked;
