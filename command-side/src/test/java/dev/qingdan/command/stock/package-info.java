@NullMarked
package dev.qingdan.command.stock;

import org.jspecify.annotations.NullMarked;
