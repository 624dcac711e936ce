package dev.qingdan.console.events;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
@RequestMapping("/events")
class EventsPage {

    private static final int PAGE = 40;
    private static final ParameterizedTypeReference<Items<EventKind>> KINDS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<StoredEvent>> EVENTS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    EventsPage(Sides sides) {
        this.sides = sides;
    }

    /** What there is to know about each type of event. */
    @GetMapping
    String catalogue(Model model) {
        model.addAttribute("kinds", kinds());
        return "events/catalogue";
    }

    @GetMapping("/log")
    String log(EventFilter filter, Model model) {
        model.addAttribute("kinds", kinds());
        show(filter, null, model);
        return "events/log";
    }

    /** The next page, when the end of the list comes into sight. */
    @GetMapping("/log/older")
    String older(EventFilter filter, @RequestParam String cursor, Model model) {
        show(filter, cursor, model);
        return "events/log :: rows";
    }

    @GetMapping("/log/{eventId}")
    String one(@PathVariable String eventId, Model model) {
        var call = Call.command("/ops/events/{id}", eventId);
        model.addAttribute("event", found(sides.read(call, StoredEvent.class)));
        return "events/one";
    }

    @GetMapping("/aggregates/{type}/{id}")
    String aggregate(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            Model model) {
        var call = Call.command("/ops/aggregates/{type}/{id}", type, id).with("version", version);
        model.addAttribute("history", found(sides.read(call, History.class)));
        return "events/aggregate";
    }

    private void show(EventFilter filter, @Nullable String cursor, Model model) {
        var call = filter.narrow(Call.command("/ops/events"));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "events", sides.read(call.with("limit", PAGE).with("cursor", cursor), EVENTS));
    }

    private Answer<Items<EventKind>> kinds() {
        return sides.read(Call.command("/ops/event-types"), KINDS);
    }

    private static <T> Answer<T> found(Answer<T> answer) {
        if (answer instanceof Answer.Refused<T>(var problem)
                && problem.status() == HttpStatus.NOT_FOUND.value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer;
    }
}
