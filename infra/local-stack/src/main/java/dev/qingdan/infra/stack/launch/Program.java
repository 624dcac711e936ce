package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.JvmCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program ready to run: where it is installed, and where its start-up cache belongs. */
record Program(String name, Path folder, String classPath, String mainClass) {

    Path startUpCache() {
        return folder.resolve("start-up.aot");
    }

    JvmCommand command(
            List<String> flags, List<String> arguments, Map<String, String> environment) {
        var command = new JvmCommand(name, flags, classPath, mainClass, arguments, environment);
        return Files.exists(startUpCache())
                ? command.withFlags(List.of("-XX:AOTCache=" + startUpCache()))
                : command;
    }
}
