/** Child processes that are watched, and that never outlive the process that started them. */
@NullMarked
package dev.qingdan.infra.stack.process;

import org.jspecify.annotations.NullMarked;
