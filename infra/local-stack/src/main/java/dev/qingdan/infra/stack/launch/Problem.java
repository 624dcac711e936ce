package dev.qingdan.infra.stack.launch;

/** Something that a person has to mend; the message says what happened and what to do about it. */
final class Problem extends RuntimeException {

    Problem(String message) {
        super(message);
    }

    Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
