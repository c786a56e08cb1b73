package dev.albedo.diff;

import dev.albedo.operation.Operation;

/**
 * An operation and when it has its turn.
 *
 * @param phase its turn
 * @param operation what is done
 */
record PhasedOperation(Phase phase, Operation operation) {}
