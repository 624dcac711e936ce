@NullMarked
package dev.qingdan.command.platform.security;

import org.jspecify.annotations.NullMarked;
