package dev.qingdan.infra.benchmark.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whose code runs, as the packages tell. What the JDK does counts for whoever called it. */
enum Layer {
    OURS("our own code", "dev.qingdan."),
    AXON("Axon", "org.axonframework."),
    SECURITY("Spring Security", "org.springframework.security.", "com.nimbusds."),
    OBSERVATION("Micrometer", "io.micrometer."),
    KAFKA("Kafka's client", "org.apache.kafka.", "org.springframework.kafka."),
    TOMCAT("Tomcat", "org.apache.", "jakarta."),
    JACKSON("Jackson", "tools.jackson.", "com.fasterxml."),
    POSTGRESQL("PostgreSQL's driver and pool", "org.postgresql.", "com.zaxxer."),
    VALIDATION("Hibernate Validator", "org.hibernate.validator."),
    SPRING("the rest of Spring", "org.springframework."),
    OTHERS("other libraries", "org.hibernate.", "ch.qos.", "org.slf4j.", "com.github."),
    JDK("the JDK for itself");

    private final String text;
    private final List<String> packages;

    Layer(String text, String... packages) {
        this.text = text;
        this.packages = List.of(packages);
    }

    String text() {
        return text;
    }

    /** The first one in the order above whose code this is. */
    static Optional<Layer> of(String className) {
        return Arrays.stream(values())
                .filter(layer -> layer.packages.stream().anyMatch(className::startsWith))
                .findFirst();
    }
}
