@NullMarked
package dev.qingdan.console.platform;

import org.jspecify.annotations.NullMarked;
