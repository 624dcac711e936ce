package dev.qingdan.query.platform.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param heartbeat how often either side hears that the other is there
 * @param helloWithin how long a client may take to say who it is
 * @param sendWithin how long a client may take to read a frame
 * @param connections of this process; below what Tomcat accepts, so that plain requests get through
 * @param connectionsPerMember more than a person has devices
 */
@ConfigurationProperties("qingdan.live")
record LiveSettings(
        @DefaultValue("20s") Duration heartbeat,
        @DefaultValue("5s") Duration helloWithin,
        @DefaultValue("10s") Duration sendWithin,
        @DefaultValue("2000") int connections,
        @DefaultValue("5") int connectionsPerMember) {}
