/** How soon the applications serve, and what they use while nobody asks. */
@NullMarked
package dev.qingdan.infra.benchmark.start;

import org.jspecify.annotations.NullMarked;
