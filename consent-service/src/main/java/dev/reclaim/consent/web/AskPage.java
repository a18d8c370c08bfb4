package dev.reclaim.consent.web;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.AttentionRequired;
import dev.reclaim.consent.AwaitingApproval;
import dev.reclaim.consent.AwaitingRevocation;
import dev.reclaim.consent.AwaitingUser;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.ClosedCanceled;
import dev.reclaim.consent.ClosedComplete;
import dev.reclaim.consent.ClosedSkipped;
import dev.reclaim.consent.Held;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Ready;
import dev.reclaim.consent.Words;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Draws the pages; looks, and changes nothing. */
@Singleton
public class AskPage {

  private final CandidateList candidates;
  private final People people;
  private final Applications applications;
  private final InstantSource clock;
  private final Template ask;
  private final Template outcome;

  AskPage(
      CandidateList candidates,
      People people,
      Applications applications,
      InstantSource clock,
      @Location("prompt/ask.html") Template ask,
      @Location("prompt/outcome.html") Template outcome) {
    this.candidates = candidates;
    this.people = people;
    this.applications = applications;
    this.clock = clock;
    this.ask = ask;
    this.outcome = outcome;
  }

  /** A message above the form: what went wrong, and what to do. */
  record Notice(String title, String text) {}

  Candidate state(Prompt prompt) {
    return candidates.find(prompt.candidate()).orElseThrow();
  }

  boolean isOpen(Prompt prompt) {
    Candidate state = state(prompt);
    Instant now = clock.instant();
    boolean silenceHasSpoken = state.dueAt().filter(due -> !due.isAfter(now)).isPresent();
    return state.openPrompts().contains(prompt.id()) && !silenceHasSpoken;
  }

  Words words(Prompt prompt) {
    return Words.of(people.find(prompt.asked()), clock.instant());
  }

  Question question(Prompt prompt) {
    return Question.of(
        Question.Material.of(state(prompt).file(), prompt, people, applications), words(prompt));
  }

  String form(Prompt prompt, String guard, Optional<Notice> notice) {
    Words words = words(prompt);
    return ask.data("q", question(prompt))
        .data("w", words)
        .data("guard", guard)
        .data("notice", notice.orElse(null))
        .data("answered", prompt.answered().map(it -> words.label("answered." + it)).orElse(null))
        .render();
  }

  String done(Prompt prompt, Candidate next) {
    Words words = words(prompt);
    String key =
        switch (next) {
          case AwaitingRevocation _, AwaitingApproval _, AttentionRequired _, ClosedSkipped _ ->
              "done." + next.getClass().getSimpleName();
          case Ready _, AwaitingUser _, Held _, ClosedComplete _, ClosedCanceled _ -> "done.other";
        };
    boolean changeable = next.openPrompts().contains(prompt.id());
    return message(words, "done", key, changeable);
  }

  String closed(Prompt prompt) {
    Words words = words(prompt);
    return outcome
        .data("w", words)
        .data("shape", "stopped")
        .data("title", words.label("closed." + state(prompt).getClass().getSimpleName() + ".title"))
        .data("text", words.label("closed.text"))
        .data("changeable", false)
        .render();
  }

  String unknownLink() {
    return message(Words.of(Optional.empty(), clock.instant()), "attention", "unknown-link", false);
  }

  private String message(Words words, String shape, String key, boolean changeable) {
    return outcome
        .data("w", words)
        .data("shape", shape)
        .data("title", words.label(key + ".title"))
        .data("text", words.label(key + ".text"))
        .data("changeable", changeable)
        .render();
  }
}
