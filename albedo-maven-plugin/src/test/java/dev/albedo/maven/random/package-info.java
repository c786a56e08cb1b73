/**
 * The property: for any two models, Albedo gets a database from the one to the other and back. The models are random, and
 * Hibernate's own schema creation says what must come out. The tables have rows meanwhile, of which none may be lost or changed
 * without a mark, and an application must be able to insert more after each way.
 *
 * <p>200 pairs run each time. {@code -Dalbedo.pairs=5000} runs more, {@code -Dalbedo.seed=N} begins with another pair. A
 * pair that fails is printed with its seed and both sources, the first ones as small as they still fail;
 * {@code -Dalbedo.pairs=1 -Dalbedo.seed=N} runs it alone:
 *
 * <pre>
 * mvn verify -pl albedo-maven-plugin -am -Dtest=RandomPairsTest -Dsurefire.failIfNoSpecifiedTests=false -Dalbedo.pairs=5000
 * </pre>
 */
@NullMarked
package dev.albedo.maven.random;

import org.jspecify.annotations.NullMarked;
