/** The calendar of the shops. */
@NullMarked
package dev.qingdan.query.platform.calendar;

import org.jspecify.annotations.NullMarked;
