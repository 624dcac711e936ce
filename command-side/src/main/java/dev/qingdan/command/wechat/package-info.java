/** The only place that speaks WeChat: no type of its libraries leaves this package. */
@NullMarked
package dev.qingdan.command.wechat;

import org.jspecify.annotations.NullMarked;
