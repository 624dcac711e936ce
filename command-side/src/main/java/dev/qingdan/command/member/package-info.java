/** Members: who logs in from WeChat, and the tokens that they carry afterwards. */
@NullMarked
package dev.qingdan.command.member;

import org.jspecify.annotations.NullMarked;
