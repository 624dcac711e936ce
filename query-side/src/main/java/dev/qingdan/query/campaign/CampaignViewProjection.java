package dev.qingdan.query.campaign;

import dev.qingdan.events.CampaignEvent;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.platform.projection.RowTable;
import dev.qingdan.query.platform.projection.Table;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every campaign, with what is left of it. */
@Component
class CampaignViewProjection implements Projection {

    static final String NAME = "campaign_view";

    static final RowTable<CampaignEvent, Campaign> CAMPAIGNS =
            new RowTable<>("campaign_view", CampaignEvent.class, Campaign.class, Campaign::evolve);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table> tables() {
        return List.of(CAMPAIGNS);
    }
}
