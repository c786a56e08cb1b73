/** Tests of the runner, most of them on a real PostgreSQL. */
@NullMarked
package dev.albedo.run;

import org.jspecify.annotations.NullMarked;
