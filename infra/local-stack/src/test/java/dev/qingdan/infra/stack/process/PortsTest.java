package dev.qingdan.infra.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    void a_port_is_open_while_somebody_listens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(Ports.isOpen(port)).isTrue();
        }
        assertThat(Ports.isOpen(port)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_holder_of_a_port_is_named() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(socket.getLocalPort())).contains(ProcessHandle.current());
        }
    }

    @Test
    void a_free_port_has_no_holder() {
        assertThat(PortHolder.of(Ports.free())).isEmpty();
    }
}
