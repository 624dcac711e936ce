/** What is personal, sealed with a key for each member; without the key it is gone. */
@NullMarked
package dev.qingdan.command.platform.privacy;

import org.jspecify.annotations.NullMarked;
