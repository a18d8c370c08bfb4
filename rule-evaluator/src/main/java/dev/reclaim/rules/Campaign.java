package dev.reclaim.rules;

import dev.reclaim.events.CampaignName;
import java.util.Map;

/** The texts with which holders are asked, by language tag. */
public record Campaign(CampaignName name, Map<String, String> subject, Map<String, String> intro)
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
