/** The little HTTP that the simulator needs: a call comes in, an answer goes out. */
@NullMarked
package dev.qingdan.infra.wechat.http;

import org.jspecify.annotations.NullMarked;
