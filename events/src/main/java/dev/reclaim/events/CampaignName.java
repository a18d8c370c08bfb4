package dev.reclaim.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one campaign: the texts with which holders are asked. */
public record CampaignName(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CampaignName {
    Ids.requireSlug("campaign", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
