/** What the classes with {@code @Revision} say, and the rules they must keep, checked while they are compiled. */
@NullMarked
package dev.albedo.processor.revision;

import org.jspecify.annotations.NullMarked;
