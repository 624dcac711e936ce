/** What a rebuild costs, beside what reading and decoding the same topic costs. */
@NullMarked
package dev.qingdan.infra.benchmark.rebuild;

import org.jspecify.annotations.NullMarked;
