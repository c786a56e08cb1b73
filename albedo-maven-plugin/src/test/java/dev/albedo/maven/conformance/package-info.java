/**
 * Every kind of change, both ways: each case builds a schema on a real database, changes it, finds nothing left to do, takes
 * it back and finds the start.
 *
 * <p>A case says two schemas as a model would and the operations that lead from one to the other. A new case is an entry
 * of one of the lists; a new kind of database runs the same lists.
 */
@NullMarked
package dev.albedo.maven.conformance;

import org.jspecify.annotations.NullMarked;
