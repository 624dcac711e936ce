package dev.qingdan.query.platform.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.query.testing.Broker;
import dev.qingdan.query.testing.Instance;
import dev.qingdan.query.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an idle connection costs this process; run by name. Its clients are bare sockets. */
class LiveMemory {

    private static final int CONNECTIONS = 2_000;
    private static final String UPGRADE =
            """
            GET /api/v1/live HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Extensions: permessage-deflate\r
            \r
            """;

    @Test
    void of_an_idle_connection() throws IOException {
        try (var broker = new Broker();
                var instance = Instance.start(TestPostgres.freshDatabase("memory"), broker)) {
            var sockets = new ArrayList<Socket>();
            connect(instance, sockets, 0, 100);
            var heapBefore = heap();
            var threadsBefore = threads();
            connect(instance, sockets, 100, CONNECTIONS);
            LoggerFactory.getLogger(LiveMemory.class)
                    .info(
                            "An idle connection: {} bytes of heap, {} more platform threads for all",
                            (heap() - heapBefore) / (CONNECTIONS - 100),
                            threads() - threadsBefore);
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void connect(Instance instance, ArrayList<Socket> sockets, int from, int to)
            throws IOException {
        for (int i = from; i < to; i++) {
            sockets.add(connected(Integer.parseInt(instance.port()), "member-" + i));
        }
        var connections =
                instance.bean(MeterRegistry.class).get("qingdan.live.connections").gauge();
        await().atMost(Duration.ofSeconds(60)).until(() -> connections.value() == to);
    }

    private static Socket connected(int port, String member) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(UPGRADE.getBytes(UTF_8));
        int end = 0;
        while (end < 4) {
            var expected = end % 2 == 0 ? '\r' : '\n';
            end = socket.getInputStream().read() == expected ? end + 1 : 0;
        }
        socket.getOutputStream().write(frame("{\"token\":\"" + Tokens.member(member) + "\"}"));
        return socket;
    }

    /** One masked text frame, its mask all zeros. */
    private static byte[] frame(String text) {
        var bytes = text.getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(bytes.length >> 8);
        frame.write(bytes.length);
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
