package dev.qingdan.command.stock;

import dev.qingdan.command.platform.store.Snapshotted;
import dev.qingdan.events.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A product lives for years and every order touches it. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {

    @Bean
    Snapshotted stockSnapshots() {
        return new Snapshotted(AggregateType.STOCK, StockAggregate.class);
    }
}
