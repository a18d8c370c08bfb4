package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import java.util.Optional;

/** The applications and campaigns that the organisation has defined. */
public interface Applications {

  Optional<ApplicationDefined> find(ApplicationId application);

  Optional<CampaignDefined> campaign(CampaignName name);

  /** Keeps it, unless a newer version is known. */
  void put(ApplicationDefined application);

  /** Keeps it, unless a newer version is known. */
  void put(CampaignDefined campaign);
}
