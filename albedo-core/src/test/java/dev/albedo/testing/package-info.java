/**
 * What tests of several modules share, packaged as the test-jar of albedo-core: real databases and a look at everything
 * in them.
 */
@NullMarked
package dev.albedo.testing;

import org.jspecify.annotations.NullMarked;
