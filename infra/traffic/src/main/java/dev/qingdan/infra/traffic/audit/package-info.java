/** Holds the views and the buyers' journal against the event store, and says where they differ. */
@NullMarked
package dev.qingdan.infra.traffic.audit;

import org.jspecify.annotations.NullMarked;
