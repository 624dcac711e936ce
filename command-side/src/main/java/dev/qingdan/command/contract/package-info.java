/** What the outside may rely on, for whoever wants to look it up. */
@NullMarked
package dev.qingdan.command.contract;

import org.jspecify.annotations.NullMarked;
