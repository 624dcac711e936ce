/** The shops that members can order from. */
@NullMarked
package dev.qingdan.query.shop;

import org.jspecify.annotations.NullMarked;
