/** What the rules must find. */
@NullMarked
package dev.qingdan.trespass.console.orders;

import org.jspecify.annotations.NullMarked;
