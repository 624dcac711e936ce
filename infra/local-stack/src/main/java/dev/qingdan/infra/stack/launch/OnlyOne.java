package dev.qingdan.infra.stack.launch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One stack for one data folder: a lock that the system gives back when its holder dies. */
final class OnlyOne {

    private OnlyOne() {}

    /** The channel is held open, and with it the lock, for as long as this process lives. */
    static FileChannel lock(Path file) {
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                throw new Problem(
                        """
                        Qingdan already runs on %s%s.
                        Stop it first (Ctrl-C there), or start a second one on its own QINGDAN_DATA and ports.\
                        """
                                .formatted(file.getParent(), holder(channel)));
            }
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException e) {
            throw new Problem("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = new byte[20];
        var length = channel.read(ByteBuffer.wrap(bytes));
        return length > 0
                ? ", as process " + new String(bytes, 0, length, StandardCharsets.UTF_8)
                : "";
    }
}
