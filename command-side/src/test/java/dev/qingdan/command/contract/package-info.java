@NullMarked
package dev.qingdan.command.contract;

import org.jspecify.annotations.NullMarked;
