/** The browser console of staff and operators, one package per thing they look after. */
@NullMarked
package dev.qingdan.console;

import org.jspecify.annotations.NullMarked;
