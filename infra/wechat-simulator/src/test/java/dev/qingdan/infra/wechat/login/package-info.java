/** Login, close up. */
@NullMarked
package dev.qingdan.infra.wechat.login;

import org.jspecify.annotations.NullMarked;
