/**
 * Runs beside the user's Hibernate, in the isolated class loader. Compiled against one version of Hibernate and run with
 * others: use public API that all supported versions have, and {@link dev.albedo.processor.hibernate.bridge.Newer} for
 * what only newer ones have.
 */
@NullMarked
package dev.albedo.processor.hibernate.bridge;

import org.jspecify.annotations.NullMarked;
