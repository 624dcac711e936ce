package dev.qingdan.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that people read is in both languages, and nothing is written into a page. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern BUILT_KEY =
            Pattern.compile("#\\{\\$\\{'([\\w.-]+)'|msgOrNull\\('([\\w.-]+)'");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^\"'>])*>");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile(
                    "(?<![:\\w-])(?:title|placeholder|alt|aria-label)=\"[^\"]*\\p{L}[^\"]*\"");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern INLINE =
            Pattern.compile(
                    "(?<![:\\w-])(?:style|on\\w+|hx-on[:\\w-]*|th:style)=|<style|<script(?![^>]*\\bth:src=)");

    @Test
    void both_languages_have_the_same_words() {
        assertThat(messages("messages_en")).containsExactlyElementsOf(messages("messages"));
    }

    @Test
    void no_word_is_empty_and_english_has_no_chinese_but_its_name() {
        assertThat(properties("messages").values()).doesNotContain("");
        assertThat(properties("messages_en").values()).doesNotContain("");
        assertThat(properties("messages_en").entrySet())
                .filteredOn(word -> word.getValue().toString().matches(".*\\p{IsHan}.*"))
                .extracting(word -> word.getKey().toString())
                .containsExactly("language.zh");
    }

    @Test
    void every_word_that_a_page_asks_for_exists() {
        var asked = templates().flatMap(page -> find(KEY, page)).collect(Collectors.toSet());
        assertThat(asked).isNotEmpty().isSubsetOf(messages("messages"));
    }

    @Test
    void every_word_that_a_page_builds_has_some_ends() {
        var prefixes =
                templates().flatMap(page -> find(BUILT_KEY, page)).collect(Collectors.toSet());
        assertThat(prefixes)
                .isNotEmpty()
                .allSatisfy(prefix ->
                        assertThat(messages("messages")).anyMatch(key -> key.startsWith(prefix)));
    }

    @Test
    void no_page_has_text_of_its_own() {
        assertThat(templates().flatMap(WordsTest::ownWords)).isEmpty();
    }

    @Test
    void no_page_has_script_or_style_of_its_own() {
        assertThat(templates().flatMap(page -> find(INLINE, page))).isEmpty();
    }

    @Test
    void a_page_with_words_of_its_own_would_be_found() {
        assertThat(ownWords("<p>待接单</p>")).containsExactly("待接单");
        assertThat(ownWords("<p>Hello <b th:text=\"#{a}\"></b></p>")).containsExactly("Hello");
        assertThat(ownWords("<input placeholder=\"Name\">")).hasSize(1);
        assertThat(ownWords("<input th:placeholder=\"#{name}\">")).isEmpty();
        assertThat(find(INLINE, "<p style=\"color:red\">")).isNotEmpty();
        assertThat(find(INLINE, "<a onclick=\"go()\">")).isNotEmpty();
    }

    private static Stream<String> ownWords(String page) {
        var visible = COMMENT.matcher(page).replaceAll("");
        var texts = TAG.splitAsStream(visible).map(String::strip);
        return Stream.concat(
                texts.filter(text -> LETTER.matcher(text).find()), find(SPOKEN_ATTRIBUTE, visible));
    }

    private static Stream<String> find(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(found -> {
                    for (int group = 1; group <= found.groupCount(); group++) {
                        if (found.group(group) != null) {
                            return found.group(group);
                        }
                    }
                    return found.group();
                });
    }

    private static Stream<String> templates() {
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            List<Path> pages = files.filter(Files::isRegularFile).toList();
            assertThat(pages).hasSizeGreaterThan(15);
            return pages.stream().map(WordsTest::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> messages(String bundle) {
        return new TreeSet<>(properties(bundle).stringPropertyNames());
    }

    private static Properties properties(String bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
