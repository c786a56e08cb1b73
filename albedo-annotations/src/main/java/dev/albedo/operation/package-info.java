/**
 * The one vocabulary of changes: the differ produces it, the writer spells it as Java, a migration emits it, a dialect
 * turns it into SQL, replay applies it to a {@link dev.albedo.schema.Schema} in memory.
 *
 * <p>An operation holds both ends of a change, so its reverse is a swap. A drop that a migration spells by name alone
 * does not know what it drops until {@link dev.albedo.operation.Operation#completedFrom} looks it up in the schema it
 * runs on; only a completed drop can be reversed.
 */
@NullMarked
package dev.albedo.operation;

import org.jspecify.annotations.NullMarked;
