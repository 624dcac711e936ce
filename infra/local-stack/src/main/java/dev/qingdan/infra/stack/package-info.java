/** PostgreSQL and Kafka as real processes on this machine, for tests and for the launcher. */
@NullMarked
package dev.qingdan.infra.stack;

import org.jspecify.annotations.NullMarked;
