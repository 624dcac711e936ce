package dev.qingdan.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes commands over HTTP, decides them, keeps their events, and relays these to Kafka. */
@SpringBootApplication
public class CommandSide {

    public static void main(String[] args) {
        // Otherwise Axon advertises itself on each start.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(CommandSide.class, args);
    }
}
