/** The projection engine: all the I/O around the folds, generations, rebuilds and dead letters. */
@NullMarked
package dev.qingdan.query.platform.engine;

import org.jspecify.annotations.NullMarked;
