/** The campaigns that members can take coupons from, and what became of them. */
@NullMarked
package dev.qingdan.query.campaign;

import org.jspecify.annotations.NullMarked;
