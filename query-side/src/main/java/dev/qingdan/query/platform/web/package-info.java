/**
 * What every HTTP answer has in common: problems, pages, tokens, and waiting for one's own write.
 */
@NullMarked
package dev.qingdan.query.platform.web;

import org.jspecify.annotations.NullMarked;
