/** The command side: one package per feature beside one small {@code platform}. */
@NullMarked
package dev.qingdan.command;

import org.jspecify.annotations.NullMarked;
