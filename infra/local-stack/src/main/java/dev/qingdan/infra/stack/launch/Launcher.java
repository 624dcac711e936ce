package dev.qingdan.infra.stack.launch;

import dev.qingdan.infra.stack.Folders;
import dev.qingdan.infra.stack.ProjectFolder;
import dev.qingdan.infra.stack.process.ChildFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;

/** The main class behind {@code ./run}. */
final class Launcher {

    private final Terminal terminal = Terminal.standardOutput();
    private final Path project = ProjectFolder.find();

    private Launcher() {}

    public static void main(String[] words) {
        System.exit(new Launcher().run(List.of(words)));
    }

    private int run(List<String> words) {
        try {
            var options = Options.parse(words);
            var settings = Settings.from(System.getenv(), project);
            var data = new DataFolder(settings.data());
            if (options.check()) {
                return Check.run(settings, data, project);
            }
            launch(options, settings, data);
            return 0;
        } catch (CompletionException e) {
            terminal.trouble(Advice.on(e.getCause() == null ? e : e.getCause()));
        } catch (Problem | ChildFailed | IOException e) {
            terminal.trouble(Advice.on(e));
        }
        return 1;
    }

    private void launch(Options options, Settings settings, DataFolder data) throws IOException {
        data.create();
        try (var lock = OnlyOne.lock(data.lock())) {
            Leftovers.end(data.rehearsal(), terminal);
            Leftovers.end(data, terminal);
            Folders.delete(data.rehearsal().root());
            if (options.fresh()) {
                data.wipe();
            }
            data.startNewLogs();
            if (options.caches()) {
                makeCaches(data);
                return;
            }
            PortCheck.allFree(settings);
            new Keys(data.keys()).makeWhatIsMissing();
            serve(options, settings, data);
        }
    }

    private void serve(Options options, Settings settings, DataFolder data) {
        terminal.say("Qingdan 轻单 is starting. Its data is in " + data.root());
        try (var stack = new Stack(data, terminal);
                var caches = new StartUpCaches(data, project, terminal)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, caches)));
            var parts = new Parts(settings, data, project, caches::use);
            stack.start(parts.all());
            new DemoShop(settings, data, terminal).openOnce();
            if (options.ordersPerSecond() > 0) {
                stack.start(List.of(parts.traffic(options.ordersPerSecond())));
            }
            terminal.say(Welcome.text(settings, data, project));
            if (settings.makesStartUpCaches()) {
                caches.makeMissing();
            }
            stack.awaitLoss();
        }
    }

    private void makeCaches(DataFolder data) throws IOException {
        terminal.say("Rehearsing a start for the start-up caches, which takes minutes");
        try (var caches = new StartUpCaches(data, project, terminal)) {
            Runtime.getRuntime().addShutdownHook(new Thread(caches::close));
            caches.makeAtOnce();
        }
        terminal.say("The start-up caches are made.");
    }

    private static void stop(Stack stack, StartUpCaches caches) {
        caches.close();
        stack.close();
    }
}
