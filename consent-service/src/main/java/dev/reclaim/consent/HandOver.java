package dev.reclaim.consent;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.Holder;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;

/** Lets an approver hand one decision that waits for them to somebody else. */
public final class HandOver {

  private final CandidateDesk desk;
  private final Candidates candidates;
  private final Outbox outbox;

  public HandOver(CandidateDesk desk, Candidates candidates, Outbox outbox) {
    this.desk = desk;
    this.candidates = candidates;
    this.outbox = outbox;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Handed(Candidate next) implements Outcome {}

    record NotNow(String why) implements Outcome {}

    record NotYours() implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /**
   * Must be called inside a transaction, which must be kept whatever the outcome is.
   *
   * @param me the approver who is signed in
   * @param login as whom
   * @param other who shall decide
   */
  public Outcome to(Holder other, CandidateId id, Holder me, String login, Instant now) {
    Optional<Candidate> known = candidates.lock(id);
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    return switch (known.get()) {
      case AwaitingApproval state when !state.approver().equals(me.id()) -> {
        outbox.add(
            new AnswerRefused(
                id,
                state.file().holder(),
                Actor.operator(login),
                "Somebody else was asked to decide this.",
                state.prompt()),
            Cause.currentRequest());
        yield new Outcome.NotYours();
      }
      case AwaitingApproval _ ->
          switch (desk.take(id, new Input.Reassign(login, other), Cause.currentRequest(), now)) {
            case Decision.Moved moved -> new Outcome.Handed(moved.next());
            case Decision.NoEffect no -> new Outcome.NotNow(no.why());
            case Decision.TooEarly early -> new Outcome.NotNow(early.why());
          };
      case AttentionRequired _,
          Ready _,
          AwaitingUser _,
          AwaitingRevocation _,
          Held _,
          ClosedComplete _,
          ClosedSkipped _,
          ClosedCanceled _ ->
          new Outcome.NotNow("No approver is asked at the moment.");
    };
  }
}
