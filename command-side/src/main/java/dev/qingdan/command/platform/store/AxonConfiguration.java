package dev.qingdan.command.platform.store;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** What Axon would otherwise choose by itself: without these, no transaction and no metadata. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    static final int EVENTS_PER_SNAPSHOT = 100;

    @Bean
    @Primary
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** For units of work that leave their writing to the group commit. */
    @Bean
    TransactionManager readOnlyTransactionManager(PlatformTransactionManager transactions) {
        var reading = new DefaultTransactionDefinition();
        reading.setReadOnly(true);
        return new SpringTransactionManager(transactions, reading);
    }

    /** A message that a handler sends keeps the origin of the message that it handles. */
    @Bean
    CorrelationDataProvider originOfMessage(Clock clock) {
        GenericEventMessage.clock = clock;
        return Message::getMetaData;
    }

    @Bean(destroyMethod = "close")
    ExecutorService snapshotExecutor() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Snapshots are taken after the commit and beside it: nobody waits for one. */
    @Bean
    Snapshotter snapshotter(
            EventStore eventStore,
            TransactionManager transactions,
            ExecutorService snapshotExecutor) {
        return SpringAggregateSnapshotter.builder()
                .eventStore(eventStore)
                .transactionManager(transactions)
                .executor(snapshotExecutor)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition everyHundredEvents(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }
}
