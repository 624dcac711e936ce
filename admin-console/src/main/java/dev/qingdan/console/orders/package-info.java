/** Orders as staff see and move them. */
@NullMarked
package dev.qingdan.console.orders;

import org.jspecify.annotations.NullMarked;
