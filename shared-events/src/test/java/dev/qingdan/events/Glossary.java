package dev.qingdan.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The meaning of every field's name, from {@code glossary.properties}. */
final class Glossary {

    private static final Path FILE = Path.of("src/test/resources/glossary.properties");

    private final Properties meanings = new Properties();
    private final Set<String> used = new HashSet<>();

    Glossary() {
        try (var in = Files.newBufferedReader(FILE)) {
            meanings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String meaning(Class<?> owner, String word) {
        var own = owner.getSimpleName() + "." + word;
        var key = meanings.containsKey(own) ? own : word;
        var meaning = meanings.getProperty(key);
        if (meaning == null) {
            throw new AssertionError(
                    "%s has a field `%s` that nobody can look up: say in %s what it means and in which unit"
                            .formatted(owner.getSimpleName(), word, FILE));
        }
        used.add(key);
        return meaning;
    }

    /** The words that no event has said since this glossary was opened. */
    Set<String> unused() {
        var unused = new TreeSet<>(meanings.stringPropertyNames());
        unused.removeAll(used);
        return unused;
    }
}
