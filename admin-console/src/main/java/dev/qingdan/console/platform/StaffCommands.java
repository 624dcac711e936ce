package dev.qingdan.console.platform;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Sends commands to the sides; none goes out without being announced to the audit log. */
@Component
public class StaffCommands {

    private static final ParameterizedTypeReference<Map<String, Object>> ANYTHING =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;
    private final ApplicationEventPublisher events;

    StaffCommands(Sides sides, ApplicationEventPublisher events) {
        this.sides = sides;
        this.events = events;
    }

    public Answer<Map<String, Object>> send(StaffCommand command) {
        var answer = sides.send(command, ANYTHING);
        events.publishEvent(CommandAttempted.of(command, answer));
        return answer;
    }
}
