package dev.qingdan.command.order;

import dev.qingdan.command.platform.store.Remembered;
import dev.qingdan.command.platform.store.Repositories;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.OrderEvent;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with an order is mostly done soon. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    Remembered<OrderAggregate, Order, OrderEvent> rememberedOrders() {
        return new Remembered<>(
                AggregateType.ORDER,
                OrderAggregate.class,
                OrderEvent.class,
                Order.NO_ORDER,
                Order::evolve,
                OrderAggregate::new,
                OrderAggregate::order);
    }

    @Bean
    Repository<OrderAggregate> orderAggregateRepository(
            Repositories repositories,
            Remembered<OrderAggregate, Order, OrderEvent> rememberedOrders) {
        return repositories.of(rememberedOrders);
    }
}
