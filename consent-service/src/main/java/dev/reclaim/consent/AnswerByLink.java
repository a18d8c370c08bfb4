package dev.reclaim.consent;

import dev.reclaim.events.Answer;
import dev.reclaim.events.CampaignPlan;
import dev.reclaim.events.ConsentEvent.AnswerRefused;
import dev.reclaim.events.ConsentEvent.Further;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes an answer from whoever followed a link. The link only names the question: mail scanners
 * follow links too. What counts is the code from the mail.
 */
public final class AnswerByLink {

  static final int TRIES = 5;

  /** For one question, however long the pauses between them are. */
  static final int TRIES_IN_ALL = 20;

  static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  private final CandidateDesk desk;
  private final Candidates candidates;
  private final Prompts prompts;
  private final Applications applications;
  private final Secrets secrets;
  private final Outbox outbox;

  public AnswerByLink(
      CandidateDesk desk,
      Candidates candidates,
      Prompts prompts,
      Applications applications,
      Secrets secrets,
      Outbox outbox) {
    this.desk = desk;
    this.candidates = candidates;
    this.prompts = prompts;
    this.applications = applications;
    this.secrets = secrets;
    this.outbox = outbox;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** It counts. */
    record Taken(Candidate next) implements Outcome {}

    /** The question is closed, or the answer changes nothing. */
    record NotNow(Candidate state, String why) implements Outcome {}

    /** The campaign wants more than was given; nothing has changed. */
    record Incomplete(WhatIsMissing missing) implements Outcome {}

    record WrongCode(int triesLeft) implements Outcome {}

    record Locked(Instant until) implements Outcome {}

    /** Too many wrong codes in all: from now on only the reader's own session counts. */
    record NoMoreCodes() implements Outcome {}

    record UnknownLink() implements Outcome {}
  }

  public Optional<Prompts.Linked> linkedBy(String token) {
    return prompts.linkedBy(secrets.hashOfToken(token));
  }

  /**
   * What was answered.
   *
   * @param further the answers to the campaign's other questions
   */
  public record Given(Answer answer, Optional<String> comment, List<Further> further) {

    public Given(Answer answer, Optional<String> comment) {
      this(answer, comment, List.of());
    }
  }

  /** Must be called inside a transaction, which must be kept whatever the outcome is. */
  public Outcome answer(String token, String code, Given given, Instant now) {
    return whyNot(token, code, now)
        .orElseGet(() -> counts(linkedBy(token).orElseThrow().prompt(), given, now));
  }

  /** Why nothing that comes with this code counts; empty when it is the right one. */
  Optional<Outcome> whyNot(String token, String code, Instant now) {
    Optional<Prompts.Linked> named = linkedBy(token);
    if (named.isEmpty()) {
      return Optional.of(new Outcome.UnknownLink());
    }
    Candidate state = candidates.lock(named.get().prompt().candidate()).orElseThrow();
    prompts.lockCodesOf(named.get().prompt().asked());
    // Read again: somebody may have tried a code while we waited for the locks.
    Prompts.Linked linked = linkedBy(token).orElseThrow();
    if (takesNoCode(linked)) {
      return Optional.of(new Outcome.NoMoreCodes());
    }
    Optional<Instant> locked = linked.tries().lockedUntil().filter(until -> until.isAfter(now));
    if (locked.isPresent()) {
      return Optional.of(new Outcome.Locked(locked.get()));
    }
    if (secrets.fits(token, code, linked.codeHash())) {
      prompts.codeWasRight(linked.prompt().asked());
      return Optional.empty();
    }
    return Optional.of(wrongCode(state, linked, now));
  }

  /** Whether the links of this question take no code any more, the right one neither. */
  public static boolean takesNoCode(Prompts.Linked linked) {
    return linked.tries().inAll() >= TRIES_IN_ALL;
  }

  private Outcome wrongCode(Candidate state, Prompts.Linked linked, Instant now) {
    Prompt prompt = linked.prompt();
    int wrong = linked.tries().wrong() + 1;
    boolean lock = wrong >= TRIES;
    boolean forGood = linked.tries().inAll() + 1 >= TRIES_IN_ALL;
    prompts.codeWasWrong(
        prompt, lock ? 0 : wrong, lock ? Optional.of(now.plus(LOCKED_FOR)) : Optional.empty());
    outbox.add(
        new AnswerRefused(
            prompt.candidate(),
            state.file().holder(),
            Road.US,
            forGood
                ? "A wrong code, too often: the links of this question take no code any more."
                : lock ? "A wrong code, for the fifth time." : "A wrong code.",
            prompt.id()),
        Cause.currentRequest());
    if (forGood) {
      return new Outcome.NoMoreCodes();
    }
    return lock ? new Outcome.Locked(now.plus(LOCKED_FOR)) : new Outcome.WrongCode(TRIES - wrong);
  }

  Outcome counts(Prompt prompt, Given given, Instant now) {
    CaseFile file = candidates.lock(prompt.candidate()).orElseThrow().file();
    Answer answer = given.answer();
    if (prompt.kind() == Decision.Kind.HOLDER) {
      Optional<WhatIsMissing> missing =
          WhatIsMissing.in(planOf(file), answer, given.comment(), given.further());
      if (missing.isPresent()) {
        return new Outcome.Incomplete(missing.get());
      }
    }
    Input said =
        switch (prompt.kind()) {
          case HOLDER ->
              new Input.HolderSaid(prompt.id(), answer, given.comment(), given.further());
          case APPROVER -> new Input.ApproverSaid(prompt.id(), answer, given.comment());
        };
    return switch (desk.take(prompt.candidate(), said, Cause.currentRequest(), now)) {
      case Decision.Moved moved -> {
        prompts.answered(prompt.id(), answer, now);
        yield new Outcome.Taken(moved.next());
      }
      case Decision.NoEffect no -> notNow(prompt, no.why());
      case Decision.TooEarly early -> notNow(prompt, early.why());
    };
  }

  private CampaignPlan planOf(CaseFile file) {
    return file.handling()
        .asking()
        .campaign()
        .flatMap(applications::campaign)
        .map(CampaignChoice::planOf)
        .orElse(CampaignPlan.PLAIN);
  }

  private Outcome notNow(Prompt prompt, String why) {
    return new Outcome.NotNow(candidates.lock(prompt.candidate()).orElseThrow(), why);
  }
}
