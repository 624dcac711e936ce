/** Keeps a running stack busy, as a street full of mini-programs would. */
@NullMarked
package dev.qingdan.infra.traffic;

import org.jspecify.annotations.NullMarked;
