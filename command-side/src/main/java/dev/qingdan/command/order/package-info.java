/** Orders from the first line to the handing over, and the stock that each of their steps moves. */
@NullMarked
package dev.qingdan.command.order;

import org.jspecify.annotations.NullMarked;
