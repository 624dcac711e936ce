/** The command side under test. */
@NullMarked
package dev.qingdan.command;

import org.jspecify.annotations.NullMarked;
