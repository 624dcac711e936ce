package dev.qingdan.command.relay;

import dev.qingdan.command.platform.store.EventLog;
import dev.qingdan.events.EventSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every instance has a relay unless {@code qingdan.relay.enabled} says no; one of them works. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

    private static final int SECONDS_TO_CONNECT = 5;

    @Bean
    @ConditionalOnBooleanProperty(name = "qingdan.relay.enabled", matchIfMissing = true)
    RelayLifecycle relay(
            JdbcConnectionDetails database,
            EventLog events,
            RelayDesk desk,
            KafkaProperties kafka,
            RelayProperties names,
            @Value("${qingdan.public-url}") String publicUrl,
            MeterRegistry registry,
            Clock clock) {
        var connection = connection(kafka);
        var relay =
                new Relay(
                        ofItsOwn(database),
                        events,
                        desk,
                        new RelayTopics(connection, names),
                        () -> Outlet.open(connection, names, publicUrl + EventSchemas.PATH),
                        new RelayMetrics(registry, clock));
        return new RelayLifecycle(relay);
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
