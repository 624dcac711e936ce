/** Payments through WeChat, one per attempt, and the money that goes back from them. */
@NullMarked
package dev.qingdan.command.payment;

import org.jspecify.annotations.NullMarked;
