package dev.qingdan.command.timers;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Policies run in the unit of work of the event that they act on: where one fails, the event did
 * not happen. Axon's own choice would be to run them later, and to log the failure and go on.
 */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    ConfigurerModule policiesInTheUnitOfWork() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .usingSubscribingEventProcessors()
                        .byDefaultAssignTo("policies")
                        .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
                        .registerDefaultListenerInvocationErrorHandler(
                                _ -> PropagatingErrorHandler.instance());
    }
}
