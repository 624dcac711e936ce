package dev.qingdan.command.catalogue;

import dev.qingdan.command.platform.store.Remembered;
import dev.qingdan.command.platform.store.Repositories;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.ProductEvent;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every order asks what its products cost. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    Remembered<ProductAggregate, Product, ProductEvent> products() {
        return new Remembered<>(
                AggregateType.PRODUCT,
                ProductAggregate.class,
                ProductEvent.class,
                null,
                Product::evolve,
                ProductAggregate::new,
                ProductAggregate::product);
    }

    @Bean
    Repository<ProductAggregate> productAggregateRepository(
            Repositories repositories,
            Remembered<ProductAggregate, Product, ProductEvent> products) {
        return repositories.of(products);
    }
}
