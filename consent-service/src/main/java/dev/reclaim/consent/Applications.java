package dev.reclaim.consent;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.CampaignName;
import dev.reclaim.events.HoldName;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.CampaignDefined;
import dev.reclaim.events.PolicyEvent.HoldLifted;
import dev.reclaim.events.PolicyEvent.HoldPlaced;
import dev.reclaim.events.PolicyEvent.RuleDefined;
import dev.reclaim.events.RuleName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The applications and campaigns that the organisation has defined. */
public interface Applications {

  Optional<ApplicationDefined> find(ApplicationId application);

  /** Retired ones and drafts too. */
  Optional<CampaignDefined> campaign(CampaignName name);

  /** The holds on a holder's seats of an application, over or not. */
  List<HoldPlaced> holdsOn(Holder holder, ApplicationId application);

  /** As it was placed, while it stands. */
  Optional<HoldPlaced> hold(HoldName name);

  void put(HoldPlaced hold);

  /** It stands no more. */
  void remove(HoldLifted lifted);

  /** How long a seat is left alone that was kept, under this rule. */
  Duration restUnder(RuleName rule);

  /** Keeps it, unless a newer version is known. */
  void put(RuleDefined rule);

  /** Keeps it, unless a newer version is known. */
  void put(ApplicationDefined application);

  /** Keeps it, unless a newer version is known. */
  void put(CampaignDefined campaign);
}
