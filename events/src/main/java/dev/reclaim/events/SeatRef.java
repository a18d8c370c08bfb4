package dev.reclaim.events;

import java.util.Objects;

/**
 * One seat, with what is needed to find it in the outside system.
 *
 * @param tier the edition that is paid for; {@code standard} where an application has only one
 * @param account the holder's login inside the application, as the vendor spells it
 */
public record SeatRef(
    SeatId id, HolderId holder, ApplicationId application, String tier, String account, Via via) {

  public static final String ONLY_TIER = "standard";

  public SeatRef {
    Objects.requireNonNull(id, "seat.id: is missing");
    Objects.requireNonNull(holder, "seat.holder: is missing");
    Objects.requireNonNull(application, "seat.application: is missing");
    Ids.requireText("seat.tier", tier);
    Ids.requireText("seat.account", account);
    Objects.requireNonNull(via, "seat.via: is missing");
  }

  public static SeatRef of(
      HolderId holder, ApplicationId application, String tier, String account, Via via) {
    return new SeatRef(
        SeatId.of(holder, application, tier), holder, application, tier, account, via);
  }
}
