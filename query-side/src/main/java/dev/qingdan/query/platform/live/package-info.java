/** Tells members at once what has changed, over WebSockets; knows no feature. */
@NullMarked
package dev.qingdan.query.platform.live;

import org.jspecify.annotations.NullMarked;
