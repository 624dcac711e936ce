package dev.qingdan.command.relay;

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
    RelayStatus status() {
        return desk.status();
    }

    @PostMapping("/pause")
    RelayStatus pause() {
        desk.pause(true);
        return desk.status();
    }

    @PostMapping("/resume")
    RelayStatus resume() {
        desk.pause(false);
        return desk.status();
    }
}
