package dev.qingdan.infra.stack.launch;

import java.util.Map;

/** Adds to an error what to do about it, where its text gives the cause away. */
final class Advice {

    private static final Map<String, String> BY_SYMPTOM =
            Map.of(
                    "No space left on device",
                    "The disk is full: free some space, or set QINGDAN_DATA to another disk.",
                    "Address already in use",
                    "Another program took a port meanwhile: stop it and start again.",
                    "cannot be run as root",
                    "PostgreSQL refuses to run as root, and this machine has no user namespaces to"
                            + " hide in: run this as an ordinary user.",
                    "Cannot allocate memory",
                    "The machine is out of memory: the stack needs about 2.5 GiB.",
                    "UnsupportedClassVersionError",
                    "Some jar was built for a newer JDK: remove the target folders and start again.");

    private Advice() {}

    static String on(Throwable error) {
        var text = error.getMessage() == null ? error.toString() : error.getMessage();
        var advice =
                BY_SYMPTOM.entrySet().stream()
                        .filter(symptom -> text.contains(symptom.getKey()))
                        .map(symptom -> "\n\n" + symptom.getValue())
                        .findFirst();
        return text + advice.orElse("");
    }
}
