/**
 * The one vocabulary of changes: the differ produces it, the writer spells it as Java, a migration emits it, a dialect
 * turns it into SQL, replay applies it to a {@link dev.albedo.schema.Schema} in memory.
 *
 * <p>An operation holds both ends of a change, so its reverse is a swap. A drop that a migration spells by name alone
 * does not know what it drops until {@link dev.albedo.operation.Operation#completedFrom} looks it up in the schema it
 * runs on; only a completed drop can be reversed.
 *
 * <p>The vocabulary is closed for Albedo, so that no place forgets a kind, and open for a project in one of its words: {@link
 * dev.albedo.operation.Operation.Custom} carries a {@link dev.albedo.operation.CustomOperation}, which answers for itself
 * what the others have visitors for.
 *
 * <p>It is in groups: {@link dev.albedo.operation.Operation.Creation}, {@link dev.albedo.operation.Operation.Removal} and the
 * like. A visitor of Albedo gives each operation its own answer, or the operations of a group one answer by implementing the
 * interface of the group, so that javac names the visitors that forget a new operation. An application must not be broken by
 * one: it implements {@link dev.albedo.operation.GroupVisitor}, and a {@code switch} of its own has a {@code default}.
 */
@NullMarked
package dev.albedo.operation;

import org.jspecify.annotations.NullMarked;
