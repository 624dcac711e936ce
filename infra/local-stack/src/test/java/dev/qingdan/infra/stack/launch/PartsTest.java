package dev.qingdan.infra.stack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    @TempDir private Path folder;
    private final List<Program> started = new ArrayList<>();

    @Test
    void the_broker_starts_like_the_applications_from_a_program_with_room_for_a_cache() {
        var command = kafka().command().get();

        var program = started.getFirst();
        assertThat(program.folder()).startsWith(folder.resolve("infra/local-stack/target"));
        assertThat(command.classPath()).isEqualTo(program.classPath());
        assertThat(program.cached(command)).isEqualTo(command);
    }

    private Part kafka() {
        var data = new DataFolder(folder.resolve("data"));
        var parts = new Parts(Settings.onFreePorts(data.root()), data, folder, this::start);
        return parts.foundation().stream()
                .filter(part -> part.name().equals("kafka"))
                .findFirst()
                .orElseThrow();
    }

    private JvmCommand start(Program program, JvmCommand command) {
        started.add(program);
        return command;
    }
}
