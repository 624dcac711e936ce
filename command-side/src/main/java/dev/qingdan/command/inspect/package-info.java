/** The event store for people: which events there are, what they say, and what they led to. */
@NullMarked
package dev.qingdan.command.inspect;

import org.jspecify.annotations.NullMarked;
