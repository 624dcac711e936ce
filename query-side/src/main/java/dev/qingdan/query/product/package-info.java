/** Products and how many of them can be ordered. */
@NullMarked
package dev.qingdan.query.product;

import org.jspecify.annotations.NullMarked;
