/** Traffic against a shop that is as unreliable as each test wants it. */
@NullMarked
package dev.qingdan.infra.traffic;

import org.jspecify.annotations.NullMarked;
