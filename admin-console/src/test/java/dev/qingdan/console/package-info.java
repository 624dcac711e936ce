/** The console as a whole: its rules, its words, and a person with a browser. */
@NullMarked
package dev.qingdan.console;

import org.jspecify.annotations.NullMarked;
