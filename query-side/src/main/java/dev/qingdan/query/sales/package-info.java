/** What was sold and what was given back, day by day. */
@NullMarked
package dev.qingdan.query.sales;

import org.jspecify.annotations.NullMarked;
