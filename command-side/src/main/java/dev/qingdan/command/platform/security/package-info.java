/** Who may ask for what: members and staff, each with tokens of their own. */
@NullMarked
package dev.qingdan.command.platform.security;

import org.jspecify.annotations.NullMarked;
