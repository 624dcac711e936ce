package dev.qingdan.infra.stack;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The main class of the broker's process: formats the folder on the first start, then is a plain
 * Kafka. Reflection, because the broker's libraries are on that process's class path alone.
 */
final class BrokerServer {

    private BrokerServer() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var settings = arguments[0];
        var data = Path.of(arguments[1]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        main("kafka.Kafka").invoke(null, (Object) new String[] {settings});
    }

    private static void format(String settings) throws ReflectiveOperationException {
        String[] words = {
            "format", "--cluster-id", newClusterId(UUID::randomUUID), "--config", settings
        };
        var result =
                Class.forName("kafka.tools.StorageTool")
                        .getMethod("execute", String[].class, PrintStream.class)
                        .invoke(null, words, System.out);
        if (!Integer.valueOf(0).equals(result)) {
            throw new IllegalStateException("Kafka could not format its folder: " + result);
        }
    }

    private static Method main(String className) throws ReflectiveOperationException {
        return Class.forName(className).getMethod("main", String[].class);
    }

    /** As Kafka's own, none begins with a dash: the command line would take it for an option. */
    static String newClusterId(Supplier<UUID> ids) {
        return Stream.generate(ids)
                .map(BrokerServer::base64)
                .filter(id -> !id.startsWith("-"))
                .findFirst()
                .orElseThrow();
    }

    private static String base64(UUID id) {
        var bytes = ByteBuffer.allocate(16);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
