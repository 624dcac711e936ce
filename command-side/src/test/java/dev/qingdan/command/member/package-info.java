@NullMarked
package dev.qingdan.command.member;

import org.jspecify.annotations.NullMarked;
