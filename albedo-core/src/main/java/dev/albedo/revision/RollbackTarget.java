package dev.albedo.revision;

import java.util.Optional;

/**
 * How far down to go.
 *
 * @param revision the id of the revision that stays, or nothing for the state before the first one
 * @param branch the id of a revision: only the line it is on goes, and what depends on it; or nothing if all lines go
 */
public record RollbackTarget(Optional<String> revision, Optional<String> branch) {}
