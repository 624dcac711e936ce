/**
 * Brings every event from the store to Kafka, in order and exactly once: a batch and the position
 * after it are one Kafka transaction.
 */
@NullMarked
package dev.qingdan.command.relay;

import org.jspecify.annotations.NullMarked;
