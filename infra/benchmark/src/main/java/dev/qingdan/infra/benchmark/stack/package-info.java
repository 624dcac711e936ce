/** The whole product as {@code ./run} starts it, and what its processes use. */
@NullMarked
package dev.qingdan.infra.benchmark.stack;

import org.jspecify.annotations.NullMarked;
