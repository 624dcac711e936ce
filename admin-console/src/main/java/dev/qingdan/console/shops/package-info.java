/** The shops that orders are placed in. */
@NullMarked
package dev.qingdan.console.shops;

import org.jspecify.annotations.NullMarked;
