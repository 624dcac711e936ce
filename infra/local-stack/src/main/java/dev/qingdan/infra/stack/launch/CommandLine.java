package dev.qingdan.infra.stack.launch;

import java.util.ArrayList;

/** A process's command line, cut down to what a person knows the program by. */
final class CommandLine {

    private static final int WIDTH = 80;

    private CommandLine() {}

    /** Keeps the program and its words, and leaves out folders, options and class paths. */
    static String shorten(String line) {
        var words = new ArrayList<String>();
        var previous = "";
        for (var word : line.strip().split("\\s+", -1)) {
            var isClassPath = previous.equals("-cp") || previous.equals("-classpath");
            if (!word.startsWith("-") && !isClassPath) {
                words.add(word.substring(word.lastIndexOf('/') + 1));
            }
            previous = word;
        }
        var text = String.join(" ", words);
        return text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
    }
}
