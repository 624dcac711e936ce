package dev.qingdan.command.relay;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.http.RequestRefusal.Invalid;
import dev.qingdan.command.relay.Target.OneTopic;
import dev.qingdan.command.relay.Target.SameTopics;
import dev.qingdan.events.AggregateType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding topics from the event store, for operators. */
@RestController
@RequestMapping("/ops/relay/republications")
class RepublicationApi {

    private static final int LATEST = 20;
    private static final String KAFKA_NAME = "[A-Za-z0-9._-]{1,200}";

    private final RepublicationDesk desk;
    private final Republications republications;

    RepublicationApi(RepublicationDesk desk, Republications republications) {
        this.desk = desk;
        this.republications = republications;
    }

    /**
     * @param topic where everything goes; a live one's name asks to restore what was lost there
     * @param topicPrefix goes before the live topics' names instead
     */
    record Form(
            @Nullable String aggregateType,
            @Nullable @Pattern(regexp = KAFKA_NAME) String topic,
            @Nullable @Pattern(regexp = KAFKA_NAME) String topicPrefix) {

        @Nullable AggregateType type() {
            if (aggregateType == null) {
                return null;
            }
            return Arrays.stream(AggregateType.values())
                    .filter(type -> type.typeName().equals(aggregateType))
                    .findFirst()
                    .orElseThrow(() -> invalid("aggregateType", "is no kind of aggregate"));
        }
    }

    record Accepted(UUID id) {}

    record Latest(List<Republication> items) {}

    @PostMapping
    ResponseEntity<Accepted> ask(@Valid @RequestBody Form form) {
        var id = accept(form);
        return ResponseEntity.accepted()
                .location(URI.create("/ops/relay/republications/" + id))
                .body(new Accepted(id));
    }

    private UUID accept(Form form) {
        var type = form.type();
        if (form.topic() == null && form.topicPrefix() != null) {
            return desk.ask(new SameTopics(type, form.topicPrefix()));
        }
        if (form.topic() == null || form.topicPrefix() != null) {
            throw invalid("topic", "give either topic or topicPrefix");
        }
        var lost = desk.live(form.topic());
        if (lost.isEmpty()) {
            return desk.ask(new OneTopic(type, form.topic()));
        }
        if (type != null) {
            throw invalid("aggregateType", "a live topic is restored whole");
        }
        return desk.restore(lost.get());
    }

    @GetMapping
    Latest latest() {
        return new Latest(republications.latest(LATEST));
    }

    @GetMapping("/{id}")
    Republication one(@PathVariable UUID id) {
        return desk.find(id);
    }

    @PostMapping("/{id}/cancel")
    Republication cancel(@PathVariable UUID id) {
        return desk.cancel(id);
    }

    private static CommandRefused invalid(String field, String detail) {
        return new CommandRefused(new Invalid(field, detail));
    }
}
