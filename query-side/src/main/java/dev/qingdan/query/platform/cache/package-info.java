/** Answers that are kept in memory for as long as nothing is heard against them. */
@NullMarked
package dev.qingdan.query.platform.cache;

import org.jspecify.annotations.NullMarked;
