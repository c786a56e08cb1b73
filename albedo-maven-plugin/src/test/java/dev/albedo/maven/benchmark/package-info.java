/** Measurements that are run by hand; nothing here is a test. */
@NullMarked
package dev.albedo.maven.benchmark;

import org.jspecify.annotations.NullMarked;
