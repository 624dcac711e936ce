package dev.qingdan.command.platform.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers that nobody will ask for again; several instances may do so at once. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdempotencyCleaning {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyCleaning.class);
    private static final Duration KEPT = Duration.ofDays(2);

    private final IdempotencyRecords records;

    IdempotencyCleaning(IdempotencyRecords records) {
        this.records = records;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        int forgotten = records.forget(KEPT);
        if (forgotten > 0) {
            log.info("{} answers older than {} were forgotten", forgotten, KEPT);
        }
    }
}
