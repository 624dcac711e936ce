package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {

    private final Settings settings = Settings.onFreePorts(Path.of("unused"));

    @Test
    void free_ports_pass() {
        assertThatCode(() -> PortCheck.allFree(settings)).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_taken_port_is_told_with_its_use_its_holder_and_its_variable() throws IOException {
        try (var holder = listenOn(settings.port(Port.QUERY))) {
            assertThatThrownBy(() -> PortCheck.allFree(settings))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Port %d is taken".formatted(holder.getLocalPort()))
                    .hasMessageContaining("query-side needs it")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("QINGDAN_QUERY_PORT=");
        }
    }

    private static ServerSocket listenOn(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
