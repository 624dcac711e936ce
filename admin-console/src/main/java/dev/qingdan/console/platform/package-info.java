/** What every page of the console stands on: sign-in, the way to both sides, language and forms. */
@NullMarked
package dev.qingdan.console.platform;

import org.jspecify.annotations.NullMarked;
