/** What members have: points, a level, and coupons. */
@NullMarked
package dev.qingdan.query.member;

import org.jspecify.annotations.NullMarked;
