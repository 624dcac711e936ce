/** Timers under test. */
@NullMarked
package dev.qingdan.command.timers;

import org.jspecify.annotations.NullMarked;
