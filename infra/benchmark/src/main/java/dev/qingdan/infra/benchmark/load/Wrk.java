package dev.qingdan.infra.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.infra.stack.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load generator, a process of its own whose CPU is nobody's.
 *
 * @param folder for the script, the ids, and the shop's description
 */
record Wrk(Path folder, String url, int connections) {

    private static final String SCRIPT = "load.lua";
    private static final String API = "infra/benchmark/peers/qingdan.lua";

    static Wrk in(Path folder, String url, int connections) {
        try (var script = Wrk.class.getResourceAsStream(SCRIPT)) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(SCRIPT), script.readAllBytes());
            return new Wrk(folder, url, connections);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    Path shop() {
        return folder.resolve("shop");
    }

    /** The orders that W3 reads. */
    void ids(List<String> ids) {
        try {
            Files.write(folder.resolve("ids"), ids);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    /** Every connection asks again as soon as it has its answer. */
    Load run(Kind kind, int product, int seconds) throws InterruptedException {
        return load(run(kind.load(), kind.threads(), product, seconds));
    }

    /** Requests a second to an address that does nothing. */
    double ping(int seconds) throws InterruptedException {
        var load = load(run("PING", 1, 0, seconds));
        return load.requests() / load.seconds();
    }

    private JsonNode run(String workload, int threads, int product, int seconds)
            throws InterruptedException {
        var project = ProjectFolder.find();
        var command =
                List.of(
                        "wrk",
                        "-t" + threads,
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        folder.resolve(SCRIPT).toString(),
                        url,
                        "--",
                        "workload=" + workload,
                        "api=" + project.resolve(API),
                        "folder=" + folder,
                        "hot=" + product,
                        "salt=" + ThreadLocalRandom.current().nextInt(1_000_000));
        var log = folder.resolve("wrk.json");
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().put("QINGDAN_BENCH", shop().toString());
        builder.redirectOutput(folder.resolve("wrk.log").toFile()).redirectError(log.toFile());
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException("wrk failed: " + Files.readString(log, UTF_8));
            }
            return JsonMapper.shared().readTree(Files.readString(log, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("wrk could not be run", e);
        }
    }

    private static Load load(JsonNode json) {
        return JsonMapper.shared().treeToValue(json, Load.class);
    }
}
