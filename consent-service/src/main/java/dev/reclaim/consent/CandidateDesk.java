package dev.reclaim.consent;

import dev.reclaim.consent.Decision.Moved;
import dev.reclaim.consent.Decision.NoEffect;
import dev.reclaim.consent.Decision.TooEarly;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Outbox;
import java.time.Instant;
import java.util.Optional;

/**
 * Where every input to a candidate is decided and kept: state, questions, history and what other
 * services are told, together or not at all. Must be called inside a transaction.
 */
public final class CandidateDesk {

  private final CaseBook book;
  private final Questions questions;
  private final Surroundings surroundings;
  private final Outbox outbox;

  public CandidateDesk(
      CaseBook book, Questions questions, Surroundings surroundings, Outbox outbox) {
    this.book = book;
    this.questions = questions;
    this.surroundings = surroundings;
    this.outbox = outbox;
  }

  /** Decides about one input, and about whatever has waited for it. */
  public Decision take(CandidateId id, Input input, Cause cause, Instant now) {
    Optional<Candidate> state = book.candidates().lock(id);
    if (input instanceof Input.Said && isDue(state, now)) {
      // The clock that ticks every few seconds must not make a late answer a timely one.
      take(id, new Input.DeadlinePassed(), cause, now);
      state = book.candidates().lock(id);
    }
    Decision decision = decide(state, input, now);
    switch (decision) {
      case Moved moved -> {
        keep(state, moved, cause, now);
        for (Parked.Waiting waiting : book.parked().takeAll(id)) {
          take(id, waiting.news(), waiting.cause(), now);
        }
      }
      case NoEffect no -> noteNoEffect(state, id, input, no, now);
      case TooEarly _ -> {
        if (input instanceof Input.Fact fact) {
          book.parked().add(id, fact, cause, now);
        }
      }
    }
    return decision;
  }

  private static boolean isDue(Optional<Candidate> state, Instant now) {
    return state.flatMap(Candidate::dueAt).filter(due -> !due.isAfter(now)).isPresent();
  }

  private Decision decide(Optional<Candidate> state, Input input, Instant now) {
    Optional<CaseFile> file =
        state
            .map(Candidate::file)
            .or(
                () ->
                    input instanceof Input.Found found
                        ? Optional.of(CaseFile.of(found.found()))
                        : Optional.empty());
    if (file.isEmpty()) {
      return ConsentDecider.unknown(input);
    }
    return ConsentDecider.decide(state, input, surroundings.around(file.get(), state, now), now);
  }

  private void keep(Optional<Candidate> before, Moved moved, Cause cause, Instant now) {
    CandidateId id = moved.next().file().candidate();
    book.candidates().put(moved.next(), now);
    questions.closeAllBut(id, moved.next().openPrompts(), now);
    moved.asks().forEach(ask -> questions.open(id, ask, now));
    WhoIsAsked.pending(moved.next())
        .filter(it -> before.flatMap(WhoIsAsked::pending).filter(it::lastsLongerThan).isPresent())
        .ifPresent(it -> questions.extend(it.prompt(), it.until()));
    moved.reminder().ifPresent(remind -> questions.remind(remind, now));
    for (ConsentEvent.AboutCandidate event : moved.said()) {
      book.history().happened(event, moved.next(), now);
    }
    outbox.add(moved.said(), cause);
  }

  private void noteNoEffect(
      Optional<Candidate> state, CandidateId id, Input input, NoEffect no, Instant now) {
    if (state.isPresent() && input instanceof Input.Fact) {
      book.history().hadNoEffect(id, input.getClass().getSimpleName(), no.why(), now);
    }
  }
}
