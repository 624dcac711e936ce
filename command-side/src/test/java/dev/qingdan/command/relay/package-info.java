@NullMarked
package dev.qingdan.command.relay;

import org.jspecify.annotations.NullMarked;
