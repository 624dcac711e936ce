/** What the architecture's rules must not let pass. */
@NullMarked
package dev.qingdan.command.stock.architecture;

import org.jspecify.annotations.NullMarked;
