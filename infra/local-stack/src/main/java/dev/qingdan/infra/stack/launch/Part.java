package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One part of the stack: how it is started, each time anew, and how one sees that it serves.
 *
 * @param after the parts that must serve before this one starts, and that stop after it
 */
record Part(
        String name,
        String address,
        Set<String> after,
        Supplier<JvmCommand> command,
        BooleanSupplier ready) {}
