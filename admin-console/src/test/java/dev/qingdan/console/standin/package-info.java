/** The two sides as the console sees them: the contract's JSON, kept as loose maps. */
@NullUnmarked
package dev.qingdan.console.standin;

import org.jspecify.annotations.NullUnmarked;
