/** What the rules must find. */
@NullMarked
package dev.qingdan.trespass.console.platform;

import org.jspecify.annotations.NullMarked;
