package dev.reclaim.consent;

import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known around a candidate at the moment of a decision.
 *
 * @param holder who holds the seat, if HR told us
 * @param asked who answers for it: the holder, or the owner of a non-human one
 * @param line who may decide about it; looked up when it is needed
 * @param hears when the next message to an approver goes out
 */
public record Circumstances(
    Optional<Holder> holder,
    Optional<Holder> asked,
    Supplier<LineOfApprovers> line,
    ApproverHears hears,
    Policy policy,
    Reach reach) {

  public static final String UNKNOWN_HOLDER = "HR has not told us who the holder is.";

  /**
   * What the organisation has decided.
   *
   * @param rest how long a seat is left alone that was kept
   * @param budget how much of people's attention may be taken
   * @param holds what stands in the way now; looked up when it is needed
   */
  public record Policy(
      Optional<ApplicationDefined> application,
      CampaignChoice campaign,
      Duration rest,
      AttentionBudget budget,
      Supplier<KnownHolds> holds) {

    boolean restricted() {
      return application.map(ApplicationDefined::restricted).orElse(false);
    }

    /** Only a person can take a seat of it back. */
    boolean byHandOnly() {
      return application.isPresent() && application.get().seats().isEmpty();
    }
  }

  /**
   * Whether and when words reach the one who answers.
   *
   * @param reachable by some channel
   * @param delivered whether the question whose answer is awaited was taken by a channel and did
   *     not come back
   * @param askFrom when the budget of their attention allows the next question
   */
  public record Reach(boolean reachable, boolean delivered, Instant askFrom) {}

  LineOfApprovers approvers() {
    return line.get();
  }
}
