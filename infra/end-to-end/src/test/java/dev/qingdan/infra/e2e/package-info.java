/**
 * Everything at once, as a mini-program, as staff, as an analyst, and as bad luck would have it.
 */
@NullMarked
package dev.qingdan.infra.e2e;

import org.jspecify.annotations.NullMarked;
