/** The event families of the shop, and the form in which they travel. */
@NullMarked
package dev.qingdan.events;

import org.jspecify.annotations.NullMarked;
