/** WeChat on loopback: start it here, hold its credentials here. */
@NullMarked
package dev.qingdan.infra.wechat;

import org.jspecify.annotations.NullMarked;
