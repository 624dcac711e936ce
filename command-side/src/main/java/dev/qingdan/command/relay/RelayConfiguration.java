package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventIndex;
import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.command.platform.store.RecentEvents;
import dev.qingdan.events.EventSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every instance has a relay unless {@code qingdan.relay.enabled} says no; one of them works. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RelayProperties.class, RepublicationProperties.class})
class RelayConfiguration {

    /** Asked when it starts: which beans there are is decided in the build. */
    private static final String ENABLED = "${qingdan.relay.enabled:true}";

    private static final int SECONDS_TO_CONNECT = 5;

    @Bean
    RelayTopics relayTopics(KafkaProperties kafka, RelayProperties names) {
        return new RelayTopics(connection(kafka), names);
    }

    @Bean
    KafkaWay kafkaWay(
            KafkaProperties kafka,
            RelayProperties names,
            @Value("${qingdan.public-url}") String publicUrl,
            EventIndex index,
            Republications republications) {
        return new KafkaWay(
                connection(kafka), names, publicUrl + EventSchemas.PATH, index, republications);
    }

    @Bean
    RelayLifecycle relay(
            JdbcConnectionDetails database,
            RecentEvents events,
            RelayDesk desk,
            KafkaWay way,
            MeterRegistry registry,
            Clock clock,
            @Value(ENABLED) boolean enabled) {
        var metrics = new RelayMetrics(registry, desk, clock);
        return new RelayLifecycle(
                "relay", enabled, new Relay(ofItsOwn(database), events, desk, way, metrics));
    }

    @Bean
    RelayLifecycle republisher(
            JdbcConnectionDetails database,
            EventLog events,
            Republications republications,
            KafkaWay way,
            RepublicationProperties properties,
            @Value(ENABLED) boolean enabled) {
        var pace = new Pace(properties.eventsPerSecond());
        return new RelayLifecycle(
                "republisher",
                enabled,
                new Republisher(ofItsOwn(database), events, republications, way::copy, pace));
    }

    /** Whatever operators set for all Kafka clients, such as TLS. */
    private static Map<String, Object> connection(KafkaProperties kafka) {
        var settings = new HashMap<String, Object>(kafka.getProperties());
        settings.putAll(kafka.getSecurity().buildProperties());
        settings.putAll(kafka.getSsl().buildProperties());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers());
        return settings;
    }

    /** The lock's connection must live as long as the leadership, which no pool promises. */
    private static PGSimpleDataSource ofItsOwn(JdbcConnectionDetails database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.getJdbcUrl());
        dataSource.setUser(database.getUsername());
        dataSource.setPassword(database.getPassword());
        dataSource.setTcpKeepAlive(true);
        dataSource.setConnectTimeout(SECONDS_TO_CONNECT);
        dataSource.setApplicationName("qingdan relay");
        return dataSource;
    }
}
