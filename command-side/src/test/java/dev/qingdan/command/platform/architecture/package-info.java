/** What the architecture's rules must not let pass. */
@NullMarked
package dev.qingdan.command.platform.architecture;

import org.jspecify.annotations.NullMarked;
