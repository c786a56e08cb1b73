/** What an operation may cost or destroy. */
@NullMarked
package dev.albedo.lint;

import org.jspecify.annotations.NullMarked;
