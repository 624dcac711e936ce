/** Campaigns that shops run, and the coupons that members take from them and use. */
@NullMarked
package dev.qingdan.command.campaign;

import org.jspecify.annotations.NullMarked;
