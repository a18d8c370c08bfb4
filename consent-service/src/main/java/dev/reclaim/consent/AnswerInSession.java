package dev.reclaim.consent;

import dev.reclaim.events.Actor;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PromptId;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes an answer from the session of the person who was asked. Whoever else tries is refused, and
 * that is on the record.
 */
public final class AnswerInSession {

  private final CandidateDesk desk;
  private final Candidates candidates;
  private final Prompts prompts;
  private final Outbox outbox;

  public AnswerInSession(
      CandidateDesk desk, Candidates candidates, Prompts prompts, Outbox outbox) {
    this.desk = desk;
    this.candidates = candidates;
    this.prompts = prompts;
    this.outbox = outbox;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Taken(Candidate next) implements Outcome {}

    /** The question is closed, or the answer changes nothing. */
    record NotNow(String why) implements Outcome {}

    record NotYours() implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /**
   * Must be called inside a transaction, which must be kept whatever the outcome is.
   *
   * @param me who is signed in
   * @param login as whom
   */
  public Outcome answer(
      PromptId id, Holder me, String login, AnswerByLink.Given given, Instant now) {
    Optional<Prompt> known = prompts.find(id);
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    Prompt prompt = known.get();
    Candidate state = candidates.lock(prompt.candidate()).orElseThrow();
    if (!prompt.asked().equals(me.id()) || mayNotApprove(prompt, state, me)) {
      refuse(prompt, state, login);
      return new Outcome.NotYours();
    }
    Input said =
        switch (prompt.kind()) {
          case HOLDER -> new Input.HolderSaid(id, given.answer(), given.comment(), given.further());
          case APPROVER -> new Input.ApproverSaid(id, given.answer(), given.comment());
        };
    return switch (desk.take(prompt.candidate(), said, Cause.currentRequest(), now)) {
      case Decision.Moved moved -> {
        prompts.answered(id, given.answer(), now);
        yield new Outcome.Taken(moved.next());
      }
      case Decision.NoEffect no -> new Outcome.NotNow(no.why());
      case Decision.TooEarly early -> new Outcome.NotNow(early.why());
    };
  }

  /** Nobody approves for themselves, nor what they started. */
  private static boolean mayNotApprove(Prompt prompt, Candidate state, Holder me) {
    return prompt.kind() == Decision.Kind.APPROVER
        && (state.file().holder().equals(me.id())
            || state
                .file()
                .requester()
                .filter(requester -> Names.answersTo(me, requester))
                .isPresent());
  }

  /**
   * Puts on the record that somebody opened a question that was not theirs. Must be called inside a
   * transaction.
   */
  public void wasOpenedBy(String login, Prompt prompt) {
    refuse(prompt, candidates.lock(prompt.candidate()).orElseThrow(), login);
  }

  private void refuse(Prompt prompt, Candidate state, String login) {
    outbox.add(
        new AnswerRefused(
            prompt.candidate(),
            state.file().holder(),
            Actor.operator(login),
            "The question was opened or answered in the session of somebody who was not asked.",
            prompt.id()),
        Cause.currentRequest());
  }
}
