package dev.qingdan.command.stock;

import dev.qingdan.command.platform.store.Remembered;
import dev.qingdan.command.platform.store.Repositories;
import dev.qingdan.command.platform.store.Snapshotted;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.StockEvent;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A product lives for years and every order touches it. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {

    @Bean
    Snapshotted stockSnapshots() {
        return new Snapshotted(AggregateType.STOCK, StockAggregate.class);
    }

    @Bean
    Remembered<StockAggregate, Stock, StockEvent> stocks() {
        return new Remembered<>(
                AggregateType.STOCK,
                StockAggregate.class,
                StockEvent.class,
                Stock.NONE,
                Stock::evolve,
                StockAggregate::new,
                StockAggregate::stock);
    }

    @Bean
    Repository<StockAggregate> stockAggregateRepository(
            Repositories repositories, Remembered<StockAggregate, Stock, StockEvent> stocks) {
        return repositories.of(stocks);
    }
}
