/** Who did what, when, from where and with which outcome. */
@NullMarked
package dev.qingdan.console.audit;

import org.jspecify.annotations.NullMarked;
