package dev.reclaim.consent;

import static dev.reclaim.events.ConsentEvent.CandidateClosed.Outcome.SKIPPED;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Holder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a deadline means that passed without a word. Silence says nothing of whom no question
 * reached or who is on leave, and takes no seat under a rule that only asks.
 */
final class Silence {

  private static final String OPERATORS_TURN =
      "Reclaim it, skip it, or resume: then people are asked once more.";

  private final Road road;
  private final Circumstances around;
  private final Instant now;

  Silence(Road road, Circumstances around, Instant now) {
    this.road = road;
    this.around = around;
    this.now = now;
  }

  Moved ofHolder(AwaitingUser state) {
    if (!around.reach().delivered()) {
      return road.attention(
          state.notDelivered(
              "The question did not reach the holder in time, so silence says nothing.",
              "Look after the channel, then resume: the holder is asked again."));
    }
    return switch (around.asked().map(Holder::status).orElse(Holder.Status.ACTIVE)) {
      case ON_LEAVE ->
          road.ready(state.away("The holder is on leave and is asked again when they are back."));
      case LEFT ->
          road.askApprover(
              state, "The holder has left without an answer, so the approver decides.");
      case ACTIVE -> spoken(state);
    };
  }

  private Moved spoken(AwaitingUser state) {
    return switch (state.file().handling().asking().silence()) {
      case RELEASE -> released(state);
      case KEEP -> kept(state, "The holder did not answer in time, which means Keep.");
      case ASK_APPROVER ->
          road.askApprover(state, "The holder did not answer in time, so the approver decides.");
      case PARK ->
          road.attention(
              state.park(
                  "The holder did not answer in time, and the rule leaves it to people.",
                  OPERATORS_TURN));
    };
  }

  private Moved released(AwaitingUser state) {
    String why = "The holder did not answer in time, which means Release.";
    return switch (state.file().handling().mode()) {
      case OBSERVE, ASK ->
          kept(
              state,
              "The holder did not answer in time, and under a rule that only asks, silence takes"
                  + " nothing.");
      case ENFORCE ->
          road.agreed(
              road.ground("silence", why),
              state,
              Decided.SILENCE,
              Optional.of(state.prompt()),
              why);
    };
  }

  Moved ofApprover(AwaitingApproval state) {
    if (!around.reach().delivered()) {
      return road.attention(
          state.noApprover(
              "The question did not reach the approver in time, so silence says nothing.",
              "Look after the channel, then reclaim it, or reassign it to somebody else."));
    }
    AwaitingApproval passed = state.passingOver();
    return around
        .approvers()
        .next(passed.file().passedOver())
        .map(
            next ->
                road.askApprover(
                    passed,
                    next,
                    "The approver did not answer in time, so the next in line decides."))
        .orElseGet(() -> nobodyAnswered(passed));
  }

  /**
   * The rule's outcome; but what the holder wants to keep is not taken because others said nothing.
   */
  private Moved nobodyAnswered(AwaitingApproval state) {
    return switch (state.file().handling().asking().silence()) {
      case PARK ->
          road.attention(
              state.park(
                  "No approver answered in time, and the rule leaves it to people.",
                  OPERATORS_TURN));
      case RELEASE -> releasedUnlessWanted(state);
      case KEEP, ASK_APPROVER -> kept(state, "No approver answered in time, so the seat is kept.");
    };
  }

  private Moved releasedUnlessWanted(AwaitingApproval state) {
    boolean wanted = state.file().wish().equals(Optional.of(Answer.KEEP));
    if (wanted) {
      return kept(
          state, "The holder wants to keep the seat, and no approver decided otherwise in time.");
    }
    if (state.file().handling().mode() != Handling.Mode.ENFORCE) {
      return road.attention(
          state.park(
              "No approver answered in time, and under a rule that only asks, silence takes nothing.",
              OPERATORS_TURN));
    }
    String why = "No approver answered in time, which means Release under this rule.";
    return road.ground("silence", why).approve(state, Decided.SILENCE, state.holderPrompt(), why);
  }

  private <S extends Candidate & Open> Moved kept(S state, String why) {
    return road.closed(state.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
  }
}
