package dev.qingdan.console.platform;

import org.jspecify.annotations.Nullable;

/** Published for each attempt to change something, whatever came of it. */
public record CommandAttempted(
        String what, String subject, Outcome outcome, @Nullable String code) {

    public enum Outcome {
        ACCEPTED,
        REFUSED,
        UNREACHABLE
    }

    static CommandAttempted of(StaffCommand command, Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> attempt(command, Outcome.ACCEPTED, null);
            case Answer.Refused<?>(var problem) ->
                    attempt(command, Outcome.REFUSED, problem.code());
            case Answer.Away<?> _ -> attempt(command, Outcome.UNREACHABLE, null);
        };
    }

    private static CommandAttempted attempt(
            StaffCommand command, Outcome outcome, @Nullable String code) {
        return new CommandAttempted(command.what(), command.subject(), outcome, code);
    }
}
