/** What the buyers were answered, on disk, to be held against the store. */
@NullMarked
package dev.qingdan.infra.traffic.journal;

import org.jspecify.annotations.NullMarked;
