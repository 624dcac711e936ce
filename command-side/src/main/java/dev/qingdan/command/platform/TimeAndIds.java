package dev.qingdan.command.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where time and ids come from; decisions are given both. */
@Configuration(proxyBeanMethods = false)
class TimeAndIds {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return new Ids();
    }
}
