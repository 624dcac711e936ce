/** How a read model is declared: its tables and the pure folds that fill them. No I/O. */
@NullMarked
package dev.qingdan.query.platform.projection;

import org.jspecify.annotations.NullMarked;
