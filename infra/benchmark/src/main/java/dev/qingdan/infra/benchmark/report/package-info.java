/** The page that shows what was measured. */
@NullMarked
package dev.qingdan.infra.benchmark.report;

import org.jspecify.annotations.NullMarked;
