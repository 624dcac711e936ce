package dev.qingdan.infra.wechat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The simulator as a process of its own. */
final class SimulatorMain {

    private static final String USAGE =
            """
            java -jar wechat-simulator.jar [options]
              --port N                    default 8090; 0 for any free one
              --credentials FOLDER        read or made there (default .data/wechat)
              --data FILE                 payments outlive the process in this file
              --notify-after S,S,...      seconds before each delivery of a notification
              --refund-takes S            seconds that a refund is PROCESSING (default 0.8)
              --wrong-signature-every N   test the merchant's care (default 50; 0 for never)
            """;

    private SimulatorMain() {}

    static void main(String... arguments) {
        if (arguments.length % 2 != 0) {
            IO.print(USAGE);
            System.exit(2);
        }
        var options = options(arguments);
        var port = Integer.parseInt(options.getOrDefault("--port", "8090"));
        var credentials =
                WeChatCredentials.loadOrCreate(
                        Path.of(options.getOrDefault("--credentials", ".data/wechat")));
        var simulator = WeChatSimulator.start(port, credentials, settings(options));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        IO.println("WeChat simulator on " + simulator.baseUrl());
    }

    private static Map<String, String> options(String... arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private static SimulatorSettings settings(Map<String, String> options) {
        var settings = SimulatorSettings.FOR_THE_LOCAL_STACK;
        for (var option : options.entrySet()) {
            var value = option.getValue();
            settings =
                    switch (option.getKey()) {
                        case "--data" -> settings.withData(Path.of(value));
                        case "--notify-after" ->
                                settings.withNotifyAfter(SimulatorSettings.seconds(value));
                        case "--refund-takes" -> settings.withRefundTakes(seconds(value));
                        case "--wrong-signature-every" ->
                                settings.withWrongSignatureEvery(Integer.parseInt(value));
                        default -> settings;
                    };
        }
        return settings;
    }

    private static Duration seconds(String value) {
        return SimulatorSettings.seconds(value).getFirst();
    }
}
