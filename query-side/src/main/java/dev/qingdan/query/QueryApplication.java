package dev.qingdan.query;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Folds what happened into views and answers every GET. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryApplication {

    static void main(String[] args) {
        SpringApplication.run(QueryApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
