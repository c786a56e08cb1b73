/**
 * From model classes to a {@link dev.albedo.schema.Schema}, through the user's own Hibernate.
 *
 * <p>Hibernate is loaded by a class loader of its own that has the platform's loader as parent and the user's class path
 * as its content, so that the version, the user types, the converters and the naming strategies are the user's. The code
 * that talks to it lives in the package {@code bridge} and is defined anew in that loader each time. Afterwards the
 * loader is closed and nothing is kept: a compiler may live long.
 */
@NullMarked
package dev.albedo.processor.hibernate;

import org.jspecify.annotations.NullMarked;
