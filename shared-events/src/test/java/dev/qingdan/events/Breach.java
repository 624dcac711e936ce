package dev.qingdan.events;

/** A promise of a published schema that today's does not keep, and what to do instead. */
record Breach(String event, String field, Kind kind, String detail) {

    enum Kind {
        REMOVED(
                """
                Old events carry it and readers count on it: put it back. A better name may come \
                beside it as an optional (@Nullable) component. If the fact itself has changed, \
                leave this event as it is and make a new event type, with an upcaster from the old \
                one for whoever loads it.\
                """),
        RETYPED(
                """
                Readers have columns of the old type, and old events have old values: restore it. \
                The new form may come beside it as an optional (@Nullable) component of another \
                name, or in a new event type with an upcaster from this one.\
                """),
        NEWLY_REQUIRED(
                """
                Events that are already stored lack it: make it optional (@Nullable), or make a \
                new event type that requires it, with an upcaster from this one.\
                """),
        NO_LONGER_REQUIRED(
                """
                Readers count on it in every event: keep it required. If there is a case without \
                it, that is another fact: make a new event type for it.\
                """),
        VALUE_REMOVED(
                """
                Old events carry the value: keep the constant, even if nothing new uses it.\
                """);

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }
    }

    @Override
    public String toString() {
        return "%s, field `%s`: %s. %s".formatted(event, field, detail, kind.remedy);
    }
}
