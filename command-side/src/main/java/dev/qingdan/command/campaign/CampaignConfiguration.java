package dev.qingdan.command.campaign;

import dev.qingdan.command.platform.store.Remembered;
import dev.qingdan.command.platform.store.Repositories;
import dev.qingdan.command.platform.store.Snapshotted;
import dev.qingdan.events.AggregateType;
import dev.qingdan.events.CampaignEvent;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every coupon that is taken is an event of its campaign, and all want one at the same time. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    Snapshotted campaignSnapshots() {
        return new Snapshotted(AggregateType.CAMPAIGN, CampaignAggregate.class);
    }

    @Bean
    Remembered<CampaignAggregate, Campaign, CampaignEvent> rememberedCampaigns() {
        return new Remembered<>(
                AggregateType.CAMPAIGN,
                CampaignAggregate.class,
                CampaignEvent.class,
                Campaign.NO_CAMPAIGN,
                Campaign::evolve,
                CampaignAggregate::new,
                CampaignAggregate::campaign);
    }

    @Bean
    Repository<CampaignAggregate> campaignAggregateRepository(
            Repositories repositories,
            Remembered<CampaignAggregate, Campaign, CampaignEvent> rememberedCampaigns) {
        return repositories.of(rememberedCampaigns);
    }
}
