/** The JSON of documents inside rows, which answers pass on as it is. */
@NullMarked
package dev.qingdan.query.platform.document;

import org.jspecify.annotations.NullMarked;
