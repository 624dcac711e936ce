package dev.qingdan.command.relay;

import dev.qingdan.command.relay.RelayDesk.Status;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The relay for operators; it does not matter which instance they ask. */
@RestController
@RequestMapping("/ops/relay")
class RelayApi {

    private final RelayDesk desk;

    RelayApi(RelayDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Status status() {
        return desk.status();
    }

    @PostMapping("/pause")
    Status pause() {
        desk.pause(true);
        return desk.status();
    }

    @PostMapping("/resume")
    Status resume() {
        desk.pause(false);
        return desk.status();
    }
}
