package dev.reclaim.consent;

import dev.reclaim.consent.AwaitingRevocation.Decided;
import dev.reclaim.consent.Decision.Ask;
import dev.reclaim.consent.Decision.Kind;
import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent.CandidateFound;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.ConsentEvent.CandidateNeedsAttention;
import dev.reclaim.events.ConsentEvent.CandidateReady;
import dev.reclaim.events.ConsentEvent.HolderAsked;
import dev.reclaim.events.ConsentEvent.ManagerAsked;
import dev.reclaim.events.ConsentEvent.RevocationApproved;
import dev.reclaim.events.ConsentEvent.RevocationCalledOff;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.events.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches of the road that more than one input leads onto, with what is said on the way. */
final class Road {

  static final Actor US = Actor.system("consent-service");

  private final Circumstances around;
  private final Instant now;
  private final Actor by;
  private final List<ConsentEvent> said = new ArrayList<>();
  private final List<Reason> grounds = new ArrayList<>();

  Road(Circumstances around, Instant now, Actor by) {
    this.around = around;
    this.now = now;
    this.by = by;
  }

  Actor by() {
    return by;
  }

  /** Something that is to be said before the next step. */
  Road said(ConsentEvent event) {
    said.add(event);
    return this;
  }

  /** What the outside system's log should name as a ground, besides the rule's own reasons. */
  Road ground(String code, String sentence) {
    grounds.add(new Reason(code, sentence));
    return this;
  }

  static CandidateReady ready(Ready ready, Actor by) {
    return new CandidateReady(ready.file().candidate(), ready.file().holder(), by, ready.why());
  }

  /** Asks the holder now, if there is somebody who can be asked. */
  Moved ask(Ready ready, String why) {
    said(ready(ready, by));
    if (around.asked().isEmpty() || around.asked().get().email().isEmpty()) {
      return nobodyToAsk(ready);
    }
    Holder asked = around.asked().get();
    return switch (asked.status()) {
      case LEFT -> nobodyToAsk(ready);
      case ON_LEAVE ->
          moved(
              new Ready(
                  ready.file(),
                  asked.name() + " is on leave and is asked when they are back.",
                  Optional.empty()));
      case ACTIVE -> askHolder(ready, asked, why);
    };
  }

  private Moved askHolder(Ready ready, Holder asked, String why) {
    AwaitingUser next =
        ready.askHolder(
            asked.id(), now.plus(ready.file().handling().asking().answerWithin().length()));
    said(
        new HolderAsked(
            next.file().candidate(), next.file().holder(), by, why, next.prompt(), next.until()));
    return new Moved(
        next, said, List.of(new Ask(next.prompt(), Kind.HOLDER, next.asked(), next.until())));
  }

  private Moved nobodyToAsk(Ready ready) {
    String why =
        around.holder().isEmpty()
            ? Circumstances.UNKNOWN_HOLDER
            : around
                .asked()
                .map(
                    asked ->
                        asked.status() == Holder.Status.LEFT
                            ? asked.name() + " has left the company."
                            : "HR knows no e-mail address of " + asked.name() + ".")
                .orElse(around.holder().get().name() + " is no person, and nobody owns it.");
    return attention(
        ready.nobodyToAsk(
            why, "Complete the HR data; it goes on by itself then. Or skip it with a reason."));
  }

  /** Asks whoever decides about a Keep. */
  Moved askApprover(MayAskApprover from, String why) {
    return switch (around.approver()) {
      case ApproverChoice.Somebody somebody -> askApprover(from, somebody.approver(), why);
      case ApproverChoice.Nobody nobody ->
          attention(from.noApprover(nobody.why(), nobody.whatToDo()));
    };
  }

  Moved askApprover(MayAskApprover from, Holder approver, String why) {
    AwaitingApproval next =
        from.askApprover(
            approver.id(), now.plus(from.file().handling().asking().answerWithin().length()));
    said(
        new ManagerAsked(
            next.file().candidate(),
            next.file().holder(),
            by,
            why,
            next.approver(),
            next.prompt(),
            next.until()));
    return new Moved(
        next, said, List.of(new Ask(next.prompt(), Kind.APPROVER, next.approver(), next.until())));
  }

  Moved attention(AttentionRequired next) {
    return moved(
        next,
        new CandidateNeedsAttention(
            next.file().candidate(), next.file().holder(), by, next.why(), next.whatToDo()));
  }

  /** Nobody has to be asked any more. */
  Moved approve(MayApprove from, Decided decided, Optional<PromptId> changeableBy, String why) {
    CandidateFound found = from.file().found();
    List<Reason> justification = new ArrayList<>(found.reasons());
    justification.addAll(grounds);
    return moved(
        from.approve(decided, changeableBy, now),
        new RevocationApproved(
            found.candidate(),
            found.seat(),
            found.rule(),
            found.ruleVersion(),
            found.handling().taking(),
            by,
            why,
            justification,
            found.handling().useCancels() ? Optional.of(found.asOf()) : Optional.empty()));
  }

  Road calledOff(Candidate state, String why) {
    return state instanceof AwaitingRevocation
        ? said(new RevocationCalledOff(state.file().candidate(), state.file().holder(), by, why))
        : this;
  }

  Moved moved(Candidate next, ConsentEvent... events) {
    said.addAll(List.of(events));
    return new Moved(next, said, List.of());
  }

  /** The end, one way or another. */
  Moved closed(Candidate next, ConsentEvent.CandidateClosed.Outcome outcome, String why) {
    CandidateFound found = next.file().found();
    return moved(
        next,
        new ConsentEvent.CandidateClosed(
            found.candidate(), found.seat(), by, why, outcome, found.rule()));
  }
}
