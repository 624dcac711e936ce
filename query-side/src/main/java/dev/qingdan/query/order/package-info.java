/** Orders as members and staff read them. */
@NullMarked
package dev.qingdan.query.order;

import org.jspecify.annotations.NullMarked;
