/** HTTP and JSON for clients that never give up on a write they have begun. */
@NullMarked
package dev.qingdan.infra.traffic.api;

import org.jspecify.annotations.NullMarked;
