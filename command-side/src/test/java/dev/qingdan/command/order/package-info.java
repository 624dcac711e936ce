/** Orders under test. */
@NullMarked
package dev.qingdan.command.order;

import org.jspecify.annotations.NullMarked;
