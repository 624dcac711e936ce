package dev.qingdan.console.events;

import dev.qingdan.console.events.EventKind.Field;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of the catalogue in the reader's language; the schemas themselves are English. */
@Component("eventWords")
class EventWords {

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

    EventWords() {
        words.setBasename("event-words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
    }

    public String meaning(EventKind kind, Locale language) {
        return say(Stream.of(kind.name()), kind.description(), language);
    }

    /** The most exact word there is: of this event, of the field within another, of the name. */
    public String meaning(EventKind kind, Field field, Locale language) {
        var name = field.path().substring(field.path().lastIndexOf('.') + 1);
        return say(
                Stream.of(kind.name() + "." + field.path(), name), field.description(), language);
    }

    private String say(Stream<String> keys, String otherwise, Locale language) {
        return keys.map(key -> words.getMessage(key, null, "", language))
                .filter(word -> word != null && !word.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
