/** How many orders get how far, hour by hour, and how long they take. */
@NullMarked
package dev.qingdan.query.funnel;

import org.jspecify.annotations.NullMarked;
