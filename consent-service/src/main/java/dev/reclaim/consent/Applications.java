package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.RuleName;
import java.time.Duration;
import java.util.Optional;

/** The applications and campaigns that the organisation has defined. */
public interface Applications {

  Optional<ApplicationDefined> find(ApplicationId application);

  /** Retired ones and drafts too. */
  Optional<CampaignDefined> campaign(CampaignName name);

  /** How long a seat is left alone that was kept, under this rule. */
  Duration restUnder(RuleName rule);

  /** Keeps it, unless a newer version is known. */
  void put(RuleDefined rule);

  /** Keeps it, unless a newer version is known. */
  void put(ApplicationDefined application);

  /** Keeps it, unless a newer version is known. */
  void put(CampaignDefined campaign);
}
