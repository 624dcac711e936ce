package dev.qingdan.command.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How timers run.
 *
 * @param polling how often an instance looks for timers that are due
 * @param firstPause before a timer rings for the second time
 * @param longestPause between any two times
 * @param patience after which an event with a {@link Deadline} is given its row at the latest, so
 *     that none waits longer for one before it whose time comes later
 * @param heartbeat after six of these without a sign, another instance takes over
 */
@ConfigurationProperties("qingdan.timers")
record TimerProperties(
        @DefaultValue("1s") Duration polling,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("15m") Duration patience,
        @DefaultValue("5s") Duration heartbeat) {}
