/** WeChat's platform API: login codes, access tokens and subscribe messages. */
@NullMarked
package dev.qingdan.infra.wechat.login;

import org.jspecify.annotations.NullMarked;
