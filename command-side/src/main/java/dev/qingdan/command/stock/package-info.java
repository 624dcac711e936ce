/** How much of each product there is, and how much of it is promised to orders. */
@NullMarked
package dev.qingdan.command.stock;

import org.jspecify.annotations.NullMarked;
