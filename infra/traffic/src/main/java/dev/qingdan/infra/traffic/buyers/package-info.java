/** Members with their phones: how they log in, order, pay, hesitate and forget. */
@NullMarked
package dev.qingdan.infra.traffic.buyers;

import org.jspecify.annotations.NullMarked;
