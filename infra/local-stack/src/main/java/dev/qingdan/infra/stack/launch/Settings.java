package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.process.Ports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Where the state is kept, and which ports are used: decided by the environment. */
record Settings(Path data, Map<Port, Integer> ports, boolean makesStartUpCaches) {

    static Settings from(Map<String, String> environment, Path project) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, number(port, environment)));
        refuseDoubles(ports);
        var data = environment.getOrDefault("QINGDAN_DATA", ".data");
        var caches = !"off".equals(environment.get("QINGDAN_START_UP_CACHES"));
        return new Settings(project.resolve(data).normalize(), Map.copyOf(ports), caches);
    }

    /** For a stack that nobody has to find. */
    static Settings onFreePorts(Path data) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, Ports.free()));
        return new Settings(data, Map.copyOf(ports), false);
    }

    int port(Port port) {
        return ports.getOrDefault(port, port.standard);
    }

    String url(Port port) {
        return "http://127.0.0.1:" + port(port);
    }

    private static int number(Port port, Map<String, String> environment) {
        var text = environment.getOrDefault(port.variable(), "" + port.standard);
        if (text.matches("[0-9]{1,5}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= 65535) {
                return number;
            }
        }
        throw new Problem("%s=%s is not a port: 1 to 65535.".formatted(port.variable(), text));
    }

    private static void refuseDoubles(Map<Port, Integer> ports) {
        var seen = new HashMap<Integer, Port>();
        ports.forEach((port, number) -> {
            var other = seen.put(number, port);
            if (other != null) {
                throw new Problem(
                        "Port %d is meant for both %s and %s: set %s or %s to another."
                                .formatted(
                                        number,
                                        other.user,
                                        port.user,
                                        other.variable(),
                                        port.variable()));
            }
        });
    }
}
