/** Who may sign in, and with which roles. */
@NullMarked
package dev.qingdan.console.accounts;

import org.jspecify.annotations.NullMarked;
