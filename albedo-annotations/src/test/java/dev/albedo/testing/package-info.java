/** What the tests of every module compare with: one schema that has everything, and random ones. */
@NullMarked
package dev.albedo.testing;

import org.jspecify.annotations.NullMarked;
