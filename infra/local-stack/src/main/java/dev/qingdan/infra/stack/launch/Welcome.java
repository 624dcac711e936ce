package dev.qingdan.infra.stack.launch;

import java.nio.file.Path;

/** The last words of a start: where everything is. */
final class Welcome {

    private Welcome() {}

    static String text(Settings settings, DataFolder data, Path project) {
        return """

          Console     %s   user admin, password %s
          Commands    %s
          Views       %s
          Kafka       127.0.0.1:%d
          PostgreSQL  127.0.0.1:%d, user postgres, databases command, query, console
          WeChat      %s, the simulator's
          Logs        %s

        Ctrl-C stops everything.
        """
                .formatted(
                        settings.url(Port.CONSOLE),
                        new Keys(data.keys()).staffPassword(),
                        settings.url(Port.COMMAND),
                        settings.url(Port.QUERY),
                        settings.port(Port.KAFKA),
                        settings.port(Port.POSTGRES),
                        settings.url(Port.WECHAT),
                        shown(data.logs(), project));
    }

    private static Path shown(Path folder, Path project) {
        return folder.startsWith(project) ? project.relativize(folder) : folder;
    }
}
