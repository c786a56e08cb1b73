/**
 * The property: for any two models, Albedo gets a database from the one to the other and back. The models are random, and
 * Hibernate's own schema creation says what must come out.
 *
 * <p>200 pairs run each time. {@code -Dalbedo.pairs=5000} runs more, {@code -Dalbedo.seed=N} begins with another pair. A
 * pair that fails is printed with its seed and both sources; {@code -Dalbedo.pairs=1 -Dalbedo.seed=N} runs it alone:
 *
 * <pre>
 * mvn verify -pl albedo-maven-plugin -am -Dtest=RandomPairsTest -Dsurefire.failIfNoSpecifiedTests=false -Dalbedo.pairs=5000
 * </pre>
 */
@NullMarked
package dev.albedo.maven.random;

import org.jspecify.annotations.NullMarked;
