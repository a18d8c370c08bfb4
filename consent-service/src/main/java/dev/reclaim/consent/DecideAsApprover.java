package dev.reclaim.consent;

import dev.reclaim.events.Actor;
import dev.reclaim.events.Answer;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;

/** Takes the approver's word from their own session. Nobody else's counts, whatever their role. */
public final class DecideAsApprover {

  private final CandidateDesk desk;
  private final Candidates candidates;
  private final Prompts prompts;
  private final People people;
  private final Outbox outbox;

  public DecideAsApprover(
      CandidateDesk desk, Candidates candidates, Prompts prompts, People people, Outbox outbox) {
    this.desk = desk;
    this.candidates = candidates;
    this.prompts = prompts;
    this.people = people;
    this.outbox = outbox;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Taken(Candidate next) implements Outcome {}

    record NotNow(String why) implements Outcome {}

    record NotYours(String why) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /** Must be called inside a transaction, which must be kept whatever the outcome is. */
  public Outcome decide(
      CandidateId id, String login, Answer answer, Optional<String> comment, Instant now) {
    Optional<Candidate> known = candidates.lock(id);
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    return switch (known.get()) {
      case AwaitingApproval state -> {
        Optional<String> no = whyNot(state, login);
        yield no.isPresent()
            ? refused(state, login, no.get())
            : counts(state, answer, comment, now);
      }
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

  /** A name that fits several people is nobody's. */
  private Optional<String> whyNot(AwaitingApproval state, String login) {
    Optional<Holder> me = people.named(login);
    if (me.isEmpty()) {
      return Optional.of(
          "HR knows nobody, or more than one person, by the name you are signed in with.");
    }
    if (me.get().id().equals(state.file().holder())) {
      return Optional.of("Nobody approves for themselves.");
    }
    if (state.file().requester().filter(by -> isSame(me.get(), login, by)).isPresent()) {
      return Optional.of("Who starts a reclamation does not decide it.");
    }
    return me.get().id().equals(state.approver())
        ? Optional.empty()
        : Optional.of("Somebody else was asked to decide this.");
  }

  private static boolean isSame(Holder me, String login, String requester) {
    return Names.answersTo(me, requester)
        || Identifier.normalise(login).equals(Identifier.normalise(requester));
  }

  private Outcome refused(AwaitingApproval state, String login, String why) {
    outbox.add(
        new AnswerRefused(
            state.file().candidate(),
            state.file().holder(),
            Actor.operator(login),
            why,
            state.prompt()),
        Cause.currentRequest());
    return new Outcome.NotYours(why);
  }

  private Outcome counts(
      AwaitingApproval state, Answer answer, Optional<String> comment, Instant now) {
    Input said = new Input.ApproverSaid(state.prompt(), answer, comment);
    return switch (desk.take(state.file().candidate(), said, Cause.currentRequest(), now)) {
      case Decision.Moved moved -> {
        prompts.answered(state.prompt(), answer, now);
        yield new Outcome.Taken(moved.next());
      }
      case Decision.NoEffect no -> new Outcome.NotNow(no.why());
      case Decision.TooEarly early -> new Outcome.NotNow(early.why());
    };
  }
}
