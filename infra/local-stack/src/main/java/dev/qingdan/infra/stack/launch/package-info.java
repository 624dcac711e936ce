/** {@code ./run}: every part of Qingdan on one machine, each a process of its own. */
@NullMarked
package dev.qingdan.infra.stack.launch;

import org.jspecify.annotations.NullMarked;
