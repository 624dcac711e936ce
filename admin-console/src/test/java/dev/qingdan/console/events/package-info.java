@NullMarked
package dev.qingdan.console.events;

import org.jspecify.annotations.NullMarked;
