/**
 * The simulator's own API, for tests and demonstrations: be the buyer, cause faults, see what was
 * received.
 */
@NullMarked
package dev.qingdan.infra.wechat.control;

import org.jspecify.annotations.NullMarked;
