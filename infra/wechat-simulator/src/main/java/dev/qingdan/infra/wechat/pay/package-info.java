/**
 * WeChat Pay APIv3: the ledger of payments and refunds, signatures, and notifications until they
 * are taken.
 */
@NullMarked
package dev.qingdan.infra.wechat.pay;

import org.jspecify.annotations.NullMarked;
