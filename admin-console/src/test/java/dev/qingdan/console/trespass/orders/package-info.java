/** What the rules must find. */
@NullMarked
package dev.qingdan.console.trespass.orders;

import org.jspecify.annotations.NullMarked;
