package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Refusal;
import java.util.List;

/** Why a request is refused before any command is made of it. */
public sealed interface RequestRefusal extends Refusal {

    /** One field that is not as it should be. */
    record FieldError(String field, String detail) {}

    /** The JSON can be read and says something impossible. */
    record Invalid(List<FieldError> errors) implements RequestRefusal {

        public Invalid {
            errors = List.copyOf(errors);
        }

        /** For a rule that spans fields or needs more than an annotation. */
        public Invalid(String field, String detail) {
            this(List.of(new FieldError(field, detail)));
        }
    }

    /** Not JSON, or not an object. */
    record Malformed() implements RequestRefusal {}

    record TooLarge(int limit) implements RequestRefusal {}

    record KeyMissing() implements RequestRefusal {}

    record KeyInvalid() implements RequestRefusal {}

    record KeyReused() implements RequestRefusal {}

    record KeyInProgress() implements RequestRefusal {}

    record TokenUnreadable() implements RequestRefusal {}

    /** The token is a member's who has been erased. */
    record TokenRevoked() implements RequestRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case Invalid _ -> "request.invalid";
            case Malformed _ -> "request.malformed";
            case TooLarge _ -> "request.too-large";
            case KeyMissing _ -> "idempotency.key-missing";
            case KeyInvalid _ -> "idempotency.key-invalid";
            case KeyReused _ -> "idempotency.key-reused";
            case KeyInProgress _ -> "idempotency.in-progress";
            case TokenUnreadable _ -> "consistency.token-unreadable";
            case TokenRevoked _ -> "token.revoked";
        };
    }

    @Override
    default Kind kind() {
        return switch (this) {
            case Malformed _, KeyMissing _, KeyInvalid _, TokenUnreadable _ -> Kind.MALFORMED;
            case Invalid _, KeyReused _ -> Kind.INVALID;
            case TooLarge _ -> Kind.TOO_LARGE;
            case KeyInProgress _ -> Kind.CONFLICT;
            case TokenRevoked _ -> Kind.UNAUTHENTICATED;
        };
    }

    @Override
    default String detail() {
        return switch (this) {
            case Invalid _ -> "Some fields are not as they should be.";
            case Malformed _ -> "The body is not a JSON object.";
            case TooLarge(var limit) -> "A body may have at most " + limit + " bytes.";
            case KeyMissing _ -> "Send an Idempotency-Key, and the same one when you repeat this.";
            case KeyInvalid _ -> "An Idempotency-Key has 1 to 255 printable ASCII characters.";
            case KeyReused _ -> "This Idempotency-Key was sent with another request before.";
            case KeyInProgress _ -> "The first request with this Idempotency-Key is still running.";
            case TokenUnreadable _ -> "The Consistency-Token is not one of ours.";
            case TokenRevoked _ -> "This member has been erased; log in again to be a new one.";
        };
    }
}
