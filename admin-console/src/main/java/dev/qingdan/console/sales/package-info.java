/** What was sold, day by day and product by product. */
@NullMarked
package dev.qingdan.console.sales;

import org.jspecify.annotations.NullMarked;
