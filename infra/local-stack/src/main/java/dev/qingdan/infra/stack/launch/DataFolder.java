package dev.qingdan.infra.stack.launch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.qingdan.infra.stack.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All state of the stack, in one folder. */
record DataFolder(Path root) {

    private static final long LEAST_FREE_MIB = 1024;

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path weChat() {
        return root.resolve("wechat");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Exists once the demo shop is open. */
    Path demoShop() {
        return root.resolve("demo-shop");
    }

    /** What the buyers were promised, for the check that compares store and views. */
    Path trafficJournal() {
        return root.resolve("traffic.jsonl");
    }

    /** The data of the second stack that start-up caches are recorded from. */
    DataFolder rehearsal() {
        return new DataFolder(root.resolve("rehearsal"));
    }

    Path lock() {
        return root.resolve("lock");
    }

    void create() {
        try {
            Files.createDirectories(logs());
            refuseFullDisk();
        } catch (IOException e) {
            throw new Problem(
                    "Cannot write to %s (%s). QINGDAN_DATA may name another folder."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** The logs of this run begin empty; those of the run before are kept beside them. */
    void startNewLogs() throws IOException {
        Files.createDirectories(logs());
        try (var files = Files.list(logs())) {
            for (var log : files.filter(it -> it.toString().endsWith(".log")).toList()) {
                Files.move(log, Path.of(log + ".1"), REPLACE_EXISTING);
            }
        }
    }

    /** Removes what we made and nothing else: the folder was named by a person. */
    void wipe() {
        var made =
                List.of(
                        postgres(),
                        kafka(),
                        weChat(),
                        keys(),
                        logs(),
                        demoShop(),
                        trafficJournal());
        for (var path : made) {
            try {
                Folders.delete(path);
            } catch (IOException e) {
                throw new Problem("Cannot remove " + path + ": " + e.getMessage(), e);
            }
        }
    }

    private void refuseFullDisk() throws IOException {
        var free = Files.getFileStore(root).getUsableSpace() / 1024 / 1024;
        if (free < LEAST_FREE_MIB) {
            throw new Problem(
                    """
                    The disk of %s is nearly full: %d MiB are free, %d are needed.
                    Free some space, or set QINGDAN_DATA to a folder on another disk.\
                    """
                            .formatted(root, free, LEAST_FREE_MIB));
        }
    }
}
