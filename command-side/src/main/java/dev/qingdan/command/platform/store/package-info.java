/** The event store: one PostgreSQL table whose positions become visible in order. */
@NullMarked
package dev.qingdan.command.platform.store;

import org.jspecify.annotations.NullMarked;
