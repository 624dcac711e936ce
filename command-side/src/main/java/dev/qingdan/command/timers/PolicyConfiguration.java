package dev.qingdan.command.timers;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer.EventProcessorBuilder;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Policies run in the unit of work of the event that they act on: where one fails, the event did
 * not happen. Axon's own choice would be to run them later, and to log the failure and go on.
 */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final EventProcessorBuilder IN_THE_UNIT_OF_WORK =
            (name, axon, policies) ->
                    SubscribingEventProcessor.builder()
                            .name(name)
                            .messageSource(axon.eventBus())
                            .eventHandlerInvoker(PoliciesByEvent.of(policies))
                            .transactionManager(
                                    axon.eventProcessingConfiguration().transactionManager(name))
                            .errorHandler(PropagatingErrorHandler.instance())
                            .build();

    @Bean
    ConfigurerModule policiesInTheUnitOfWork() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerEventProcessorFactory(IN_THE_UNIT_OF_WORK)
                        .byDefaultAssignTo("policies")
                        .registerDefaultListenerInvocationErrorHandler(
                                _ -> PropagatingErrorHandler.instance());
    }
}
