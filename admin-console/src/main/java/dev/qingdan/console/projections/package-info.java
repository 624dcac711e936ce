/** The read models of query-side, their rebuilds, and the relay that feeds them. */
@NullMarked
package dev.qingdan.console.projections;

import org.jspecify.annotations.NullMarked;
