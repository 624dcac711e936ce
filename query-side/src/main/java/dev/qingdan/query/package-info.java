/** The query side: read models folded from Kafka, and the API that reads them. */
@NullMarked
package dev.qingdan.query;

import org.jspecify.annotations.NullMarked;
