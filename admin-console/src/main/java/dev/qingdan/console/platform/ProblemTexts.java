package dev.qingdan.console.platform;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a side's refusal in the reader's language, by its code; what is unknown, as it came. */
@Component
public class ProblemTexts {

    private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String say(Problem problem, Locale locale) {
        var text = messages.getMessage("problem." + problem.code(), null, null, locale);
        if (text != null) {
            var named =
                    MEMBER.matcher(text)
                            .replaceAll(name -> quoted(problem.members().get(name.group(1))));
            return named + fields(problem);
        }
        if (!problem.detail().isBlank()) {
            return problem.detail();
        }
        return messages.getMessage("problem.unknown", new Object[] {problem.code()}, locale);
    }

    /** Which fields a side did not like; its own words, as only it knows its rules. */
    private static String fields(Problem problem) {
        return problem.errors().stream()
                .map(error -> error.field() + " " + error.detail())
                .collect(Collectors.joining("; ", problem.errors().isEmpty() ? "" : ": ", ""));
    }

    private static String quoted(@Nullable Object member) {
        return Matcher.quoteReplacement(Objects.toString(member, "–"));
    }
}
