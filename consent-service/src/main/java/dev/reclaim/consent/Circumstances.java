package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.util.Optional;

/**
 * What is known around a candidate at the moment of a decision.
 *
 * @param holder who holds the seat, if HR told us
 * @param asked who answers for it: the holder, or the owner of a non-human one
 * @param approver who would decide about a Keep
 * @param delivered whether the open question was handed to a mail server
 */
public record Circumstances(
    Optional<Holder> holder,
    Optional<Holder> asked,
    ApproverChoice approver,
    Optional<ApplicationDefined> application,
    boolean delivered) {

  public static final String UNKNOWN_HOLDER = "HR has not told us who the holder is.";
}
