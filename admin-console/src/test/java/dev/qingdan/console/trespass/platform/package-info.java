/** What the rules must find. */
@NullMarked
package dev.qingdan.console.trespass.platform;

import org.jspecify.annotations.NullMarked;
