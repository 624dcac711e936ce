/** Campaigns: what coupons there are, and what became of them. */
@NullMarked
package dev.qingdan.console.campaigns;

import org.jspecify.annotations.NullMarked;
