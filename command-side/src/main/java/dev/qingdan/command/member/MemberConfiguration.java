package dev.qingdan.command.member;

import dev.qingdan.command.platform.store.Snapshotted;
import dev.qingdan.events.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A member's orders bring points for years. */
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    @Bean
    Snapshotted memberSnapshots() {
        return new Snapshotted(AggregateType.MEMBER, MemberAggregate.class);
    }
}
