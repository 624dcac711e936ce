package dev.qingdan.infra.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was given on the command line: {@code --events 1000000 --rounds 3}. */
public final class Options {

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * @throws IllegalArgumentException where these are not pairs of a name and a value
     */
    public static Options of(String... words) {
        var given = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--") || i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " is no option with a value");
            }
            given.put(words[i].substring(2), words[i + 1]);
        }
        return new Options(given);
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }
}
