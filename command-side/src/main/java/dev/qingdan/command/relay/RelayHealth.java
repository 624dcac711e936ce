package dev.qingdan.command.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how the relay is without ever being down: commands are taken while Kafka is away. */
@Component("relayHealthIndicator")
class RelayHealth implements HealthIndicator {

    private final RelayDesk desk;

    RelayHealth(RelayDesk desk) {
        this.desk = desk;
    }

    @Override
    public Health health() {
        var status = desk.status();
        var health =
                Health.up()
                        .withDetail("state", status.state())
                        .withDetail("position", status.position())
                        .withDetail("lag", status.lag())
                        .withDetail("late", status.late());
        if (status.trouble() != null) {
            health.withDetail("trouble", status.trouble());
        }
        return health.build();
    }
}
