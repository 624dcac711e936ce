/** Small help for the SQL of readers. */
@NullMarked
package dev.qingdan.query.platform.sql;

import org.jspecify.annotations.NullMarked;
