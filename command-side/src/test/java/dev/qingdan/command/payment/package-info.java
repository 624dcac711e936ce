/** Payments under test. */
@NullMarked
package dev.qingdan.command.payment;

import org.jspecify.annotations.NullMarked;
