/** Load over HTTP on the whole product, beside the floors of the machine that it runs on. */
@NullMarked
package dev.qingdan.infra.benchmark.load;

import org.jspecify.annotations.NullMarked;
