@NullMarked
package dev.qingdan.command.inspect;

import org.jspecify.annotations.NullMarked;
