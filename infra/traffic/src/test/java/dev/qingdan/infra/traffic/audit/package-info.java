/** The audit finds what it is there to find. */
@NullMarked
package dev.qingdan.infra.traffic.audit;

import org.jspecify.annotations.NullMarked;
