package dev.reclaim.rules;

import dev.reclaim.events.CampaignName;
import dev.reclaim.events.CampaignPlan;
import java.util.Map;

/**
 * How holders are asked.
 *
 * @param subject by language tag
 * @param intro by language tag; the same languages
 */
public record Campaign(
    CampaignName name, Map<String, String> subject, Map<String, String> intro, CampaignPlan plan)
    implements Policy {

  public Campaign {
    subject = Map.copyOf(subject);
    intro = Map.copyOf(intro);
    if (!subject.keySet().equals(intro.keySet())) {
      throw new IllegalArgumentException(
          "intro: speaks " + intro.keySet() + ", but subject speaks " + subject.keySet());
    }
  }
}
