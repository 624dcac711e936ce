@NullMarked
package dev.qingdan.command.platform.privacy;

import org.jspecify.annotations.NullMarked;
