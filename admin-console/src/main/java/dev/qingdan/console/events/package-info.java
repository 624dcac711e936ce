/** What the events mean, and what really happened: the stream, for people. */
@NullMarked
package dev.qingdan.console.events;

import org.jspecify.annotations.NullMarked;
