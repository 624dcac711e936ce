package dev.qingdan.console.platform;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The short word after a command, shown on the page that follows. */
@Component
public class Toasts {

    public enum Kind {
        DONE,
        REFUSED,
        AWAY
    }

    public record Toast(Kind kind, String text) {}

    private final MessageSource messages;
    private final ProblemTexts problems;

    Toasts(MessageSource messages, ProblemTexts problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /**
     * Tells what came of a command. When its side did not answer nobody knows whether it was done,
     * so the form keeps its key and sending it again is safe.
     */
    public void tell(
            RedirectAttributes next,
            StaffCommand command,
            Answer<?> answer,
            String done,
            Object... arguments) {
        next.addFlashAttribute("toast", toast(answer, done, arguments));
        if (answer instanceof Answer.Away<?>) {
            next.addFlashAttribute(
                    FormKeys.KEPT, Map.of(command.what() + command.subject(), command.key()));
        }
    }

    public void done(RedirectAttributes next, String done, Object... arguments) {
        next.addFlashAttribute("toast", new Toast(Kind.DONE, text(done, arguments)));
    }

    public void refused(RedirectAttributes next, String why) {
        next.addFlashAttribute("toast", new Toast(Kind.REFUSED, text(why)));
    }

    private Toast toast(Answer<?> answer, String done, Object... arguments) {
        return switch (answer) {
            case Answer.Given<?> _ -> new Toast(Kind.DONE, text(done, arguments));
            case Answer.Refused<?>(var problem) ->
                    new Toast(Kind.REFUSED, problems.say(problem, LocaleContextHolder.getLocale()));
            case Answer.Away<?>(var side) -> new Toast(Kind.AWAY, text("away.command." + side));
        };
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
