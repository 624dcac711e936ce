@NullMarked
package dev.qingdan.command.platform.http;

import org.jspecify.annotations.NullMarked;
