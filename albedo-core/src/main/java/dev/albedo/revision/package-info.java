/**
 * The revision graph: which revision follows which, what is to be done to get from one place to another, and what people
 * may call a revision. Pure: it knows neither files, classes nor databases.
 *
 * <p>A {@link dev.albedo.revision.RevisionGraph} you hold is sound. What makes one unsound is found all at once, as
 * {@link dev.albedo.revision.RevisionProblem}s that say which class and which attribute they are about, so that the
 * processor can put each on its annotation.
 */
@NullMarked
package dev.albedo.revision;

import org.jspecify.annotations.NullMarked;
