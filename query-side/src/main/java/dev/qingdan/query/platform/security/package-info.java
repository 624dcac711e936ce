/** Who may read what: members and staff, each with tokens of their own. */
@NullMarked
package dev.qingdan.query.platform.security;

import org.jspecify.annotations.NullMarked;
