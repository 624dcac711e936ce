package dev.qingdan.command.relay;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param eventsPerSecond at most; the live relay needs the same broker and the same database
 */
@Validated
@ConfigurationProperties("qingdan.republication")
record RepublicationProperties(@DefaultValue("5000") @Positive double eventsPerSecond) {}
