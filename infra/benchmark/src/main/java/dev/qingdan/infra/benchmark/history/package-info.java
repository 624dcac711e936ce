/** A shop's past, made up from a seed: the real event types, published as the relay would. */
@NullMarked
package dev.qingdan.infra.benchmark.history;

import org.jspecify.annotations.NullMarked;
