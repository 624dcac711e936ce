@NullMarked
package dev.qingdan.command.platform.store;

import org.jspecify.annotations.NullMarked;
