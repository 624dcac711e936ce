/** A clerk behind the counter, so that shelves are filled and orders handed over. */
@NullMarked
package dev.qingdan.infra.traffic.staff;

import org.jspecify.annotations.NullMarked;
