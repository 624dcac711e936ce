/** Things to be done later: rows beside the events that ask for them, so no restart loses one. */
@NullMarked
package dev.qingdan.command.timers;

import org.jspecify.annotations.NullMarked;
