package dev.qingdan.console.projections;

/** How far the event store has been sent to Kafka. */
record RelayState(long position, long head, long lag, String state) {

    private static final long FAR = 1_000;

    public boolean isFarBehind() {
        return lag > FAR;
    }
}
