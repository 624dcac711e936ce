/** Today at a glance. */
@NullMarked
package dev.qingdan.console.dashboard;

import org.jspecify.annotations.NullMarked;
