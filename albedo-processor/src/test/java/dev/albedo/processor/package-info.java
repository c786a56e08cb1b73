/** The processor is tested as users meet it: sources as text, a compiler, and what it says and writes. */
@NullMarked
package dev.albedo.processor;

import org.jspecify.annotations.NullMarked;
