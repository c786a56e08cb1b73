package dev.albedo.diff.evidence;

import dev.albedo.diff.rename.Rename;

/**
 * What may have been renamed.
 *
 * @param rename from what to what
 * @param likely whether it looks like that rename and no other one; else it is possible and no more
 */
public record Candidate(Rename rename, boolean likely) {}
