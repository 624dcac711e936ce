@NullMarked
package dev.qingdan.command.campaign;

import org.jspecify.annotations.NullMarked;
