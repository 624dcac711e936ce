package dev.qingdan.command.platform.http;

import static java.util.stream.Collectors.joining;

import dev.qingdan.command.platform.Refusal;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells a body that is no JSON from JSON with a field of another kind than we take. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refusal refusal(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() ->
                    new RequestRefusal.Invalid(field(mismatch.getPath()), "is of the wrong kind");
            case InputCoercionException overflow ->
                    new RequestRefusal.Invalid(field(overflow.getPath()), "is out of range");
            case null, default -> new RequestRefusal.Malformed();
        };
    }

    private static String field(List<JacksonException.Reference> path) {
        var name =
                path.stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getPropertyName())
                        .collect(joining());
        return name.startsWith(".") ? name.substring(1) : name;
    }
}
