@NullMarked
package dev.qingdan.command.platform;

import org.jspecify.annotations.NullMarked;
