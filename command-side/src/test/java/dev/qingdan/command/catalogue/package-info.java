@NullMarked
package dev.qingdan.command.catalogue;

import org.jspecify.annotations.NullMarked;
