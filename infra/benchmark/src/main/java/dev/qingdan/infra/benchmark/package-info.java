/** Measures the product: one workload for each promise that comes with a figure. */
@NullMarked
package dev.qingdan.infra.benchmark;

import org.jspecify.annotations.NullMarked;
