/** The simulator against the clients that the product uses. */
@NullMarked
package dev.qingdan.infra.wechat;

import org.jspecify.annotations.NullMarked;
