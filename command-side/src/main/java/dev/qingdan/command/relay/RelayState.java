package dev.qingdan.command.relay;

/** What the active relay is about. */
enum RelayState {
    /** Finding out from Kafka where it stands. */
    STARTING,
    /** Sending what is there. */
    CATCHING_UP,
    /** Everything is in Kafka. */
    IDLE,
    /** An operator stopped it. */
    PAUSED,
    /** Kafka does not answer: commands go on, and it tries again. */
    KAFKA_AWAY,
    /** Kafka and the store contradict each other; somebody has to look. */
    HALTED
}
