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

  private static final String ON_LEAVE =
      "The holder is on leave and is asked again when they are back.";

  private final Road road;
  private final Circumstances around;
  private final Instant now;

  Silence(Road road, Circumstances around, Instant now) {
    this.road = road;
    this.around = around;
    this.now = now;
  }

  Moved ofHolder(AwaitingUser state) {
    return new StillAnswers(road, around).otherwise(state).orElseGet(() -> ofTheSame(state));
  }

  private Moved ofTheSame(AwaitingUser state) {
    if (!around.awaited().delivered()) {
      return road.attention(
          state.notDelivered(
              "The question did not reach the holder in time, so silence says nothing.",
              "Look after the channel, then resume: the holder is asked again."));
    }
    return switch (around.asked().map(Holder::status).orElse(Holder.Status.ACTIVE)) {
      case ON_LEAVE -> road.ready(state.away(ON_LEAVE));
      case LEFT ->
          road.askApprover(
              state, "The holder has left without an answer, so the approver decides.");
      case ACTIVE -> inTime(state);
    };
  }

  /** Who got the question late has as long to answer as others. */
  private Moved inTime(AwaitingUser state) {
    SetsDeadlines deadlines = new SetsDeadlines(around.policy());
    Optional<Instant> full = deadlines.fullTerm(state.file(), around.awaited());
    if (full.filter(it -> it.isAfter(now)).isEmpty()) {
      return spoken(state);
    }
    Instant until = deadlines.notBeyondTheCampaign(full.get());
    return until.isAfter(now) ? road.moved(state.lasting(until)) : cutShort(state);
  }

  /** The campaign is over before the time to answer is. */
  private Moved cutShort(AwaitingUser state) {
    return switch (state.file().handling().asking().silence()) {
      case RELEASE ->
          road.attention(
              state.park(
                  "The campaign ended before the holder's time to answer, so silence says nothing.",
                  OPERATORS_TURN));
      case KEEP, ASK_APPROVER, PARK -> spoken(state);
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
    Optional<Instant> full =
        new SetsDeadlines(around.policy())
            .approversTerm(state.file(), around.awaited())
            .filter(it -> it.isAfter(now));
    return full.isPresent() ? road.moved(state.lasting(full.get())) : passedOver(state);
  }

  private Moved passedOver(AwaitingApproval state) {
    AwaitingApproval passed = state.passingOver();
    boolean reached = around.awaited().delivered();
    String why =
        reached
            ? "The approver did not answer in time, so the next in line decides."
            : "The question did not reach the approver in time, so the next in line decides.";
    return around
        .approvers()
        .next(passed.file())
        .map(next -> road.askApprover(passed, next, why))
        .orElseGet(
            () ->
                reached
                    ? nobodyAnswered(passed)
                    : road.attention(
                        passed.noApprover(
                            "The question did not reach the approver in time, so silence says"
                                + " nothing.",
                            "Look after the channel, then reclaim it, or reassign it to somebody"
                                + " else.")));
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
    return new StillAnswers(road, around)
        .otherwise(state)
        .or(() -> holderCouldNotSpeak(state))
        .orElseGet(
            () -> {
              String why = "No approver answered in time, which means Release under this rule.";
              return road.ground("silence", why)
                  .approve(state, Decided.SILENCE, state.holderPrompt(), why);
            });
  }

  /** Silence takes no seat of somebody who is away, or whom the question did not reach. */
  private Optional<Moved> holderCouldNotSpeak(AwaitingApproval state) {
    boolean silent = state.restsOnSilence();
    return switch (around.asked().map(Holder::status).orElse(Holder.Status.ACTIVE)) {
      case ON_LEAVE ->
          Optional.of(
              state.file().wish().isEmpty()
                  ? road.ready(state.away(ON_LEAVE))
                  : road.attention(
                      state.park(
                          "No approver answered in time, and the holder is on leave.",
                          OPERATORS_TURN)));
      case LEFT ->
          silent
              ? Optional.of(
                  road.attention(
                      state.park(
                          "The holder has left without an answer, and no approver answered in time.",
                          OPERATORS_TURN)))
              : Optional.empty();
      case ACTIVE ->
          silent && !around.awaited().holderReached()
              ? Optional.of(
                  road.attention(
                      state.nobodyToAsk(
                          "The question did not reach the holder, so silence says nothing.",
                          "Look after the channel, then resume: the holder is asked again.")))
              : Optional.empty();
    };
  }

  private <S extends Candidate & Open> Moved kept(S state, String why) {
    return road.closed(state.skip(ClosedSkipped.Cause.KEPT, why, now), SKIPPED, why);
  }
}
