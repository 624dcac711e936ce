package dev.qingdan.command.campaign;

import dev.qingdan.command.campaign.CampaignCommand.CloseCampaign;
import dev.qingdan.command.campaign.CampaignCommand.IssueCoupon;
import dev.qingdan.command.campaign.CampaignCommand.OpenCampaign;
import dev.qingdan.command.platform.Shell;
import dev.qingdan.command.platform.StreamId;
import dev.qingdan.events.CampaignEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Campaign}. */
@Aggregate(type = "campaign")
public class CampaignAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it.
    @AggregateIdentifier
    private @Nullable String stream;

    private Campaign campaign = Campaign.NO_CAMPAIGN;

    CampaignAggregate() {}

    CampaignAggregate(String stream, Campaign campaign) {
        this.stream = stream;
        this.campaign = campaign;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenCampaign command) {
        Shell.apply(campaign.decide(command));
    }

    @CommandHandler
    void handle(IssueCoupon command) {
        Shell.apply(campaign.decide(command));
    }

    @CommandHandler
    void handle(CloseCampaign command) {
        Shell.apply(campaign.decide(command));
    }

    Campaign campaign() {
        return campaign;
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        stream = StreamId.of(event).toString();
        campaign = campaign.evolve(event);
    }
}
