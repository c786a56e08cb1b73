/**
 * What the goals do, without Maven: each is a plain class that is given what it needs and says what it did to a
 * {@link dev.albedo.maven.goal.Console}. The mojos hold parameters and one call.
 *
 * <p>No plan becomes a migration untried ({@link dev.albedo.maven.goal.Proof}): it is carried out and taken back, and each
 * time the database is read and compared with what it should be. In the user's database that is one transaction with bounded
 * waiting, in which a statement that must be alone has its transactional form; on a scratch database it is the statements
 * themselves. Rows that stand against a plan are told from a plan that is wrong by the SQLSTATE.
 */
@NullMarked
package dev.albedo.maven.goal;

import org.jspecify.annotations.NullMarked;
