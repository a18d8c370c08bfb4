package dev.reclaim.consent.web;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.CandidateList;
import dev.reclaim.consent.Outlook;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Words;
import dev.reclaim.events.CampaignPlan;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Draws the pages of one question; looks, and changes nothing. */
@RequestScoped
public class AskPage {

  private final CandidateList candidates;
  private final People people;
  private final Applications applications;
  private final Visitor visitor;

  AskPage(CandidateList candidates, People people, Applications applications, Visitor visitor) {
    this.candidates = candidates;
    this.people = people;
    this.applications = applications;
    this.visitor = visitor;
  }

  /** A message above the form: what went wrong, and what to do. */
  record Notice(String title, String text) {

    static Notice of(Words words, String key) {
      return new Notice(words.label(key + ".title"), words.label(key + ".text"));
    }
  }

  /**
   * What a form is made for.
   *
   * @param signedInAs empty when the answer needs the code
   * @param token names the question in the way to sign in
   * @param written what was typed before
   * @param more how many other questions wait for the same reader
   */
  record Form(
      String csrf,
      String token,
      Optional<String> signedInAs,
      Optional<Notice> notice,
      String written,
      int more) {}

  /** One of several questions on a page. */
  record Item(String id, Question question, boolean picked) {}

  Candidate state(Prompt prompt) {
    return candidates.find(prompt.candidate()).orElseThrow();
  }

  boolean isOpen(Prompt prompt) {
    Candidate state = state(prompt);
    Instant now = visitor.now();
    boolean silenceHasSpoken = state.dueAt().filter(due -> !due.isAfter(now)).isPresent();
    return state.openPrompts().contains(prompt.id()) && !silenceHasSpoken;
  }

  Words words(Prompt prompt) {
    return visitor.words(people.find(prompt.asked()));
  }

  CampaignPlan plan(Prompt prompt) {
    return Question.Material.of(state(prompt).file(), prompt, people, applications).plan();
  }

  Question question(Prompt prompt) {
    return question(state(prompt), prompt, words(prompt));
  }

  Question question(Candidate state, Prompt prompt, Words words) {
    return Question.of(Question.Material.of(state.file(), prompt, people, applications), words);
  }

  TemplateInstance form(Prompt prompt, Form form) {
    Words words = words(prompt);
    return PromptTemplates.ask(
        question(prompt), words, form, prompt.answered().map(it -> words.label("answered." + it)));
  }

  /** Several questions that came in one message; the one that was followed here is picked. */
  TemplateInstance several(Prompt followed, List<Prompt> together, Form form) {
    Words words = words(followed);
    return PromptTemplates.several(
        words,
        form,
        words.say("several.title", together.size()),
        together.stream()
            .map(
                prompt ->
                    new Item(
                        prompt.id().value(),
                        question(state(prompt), prompt, words),
                        prompt.id().equals(followed.id())))
            .toList());
  }

  /** How many of them the answer counts for. */
  TemplateInstance doneWithSeveral(Prompt followed, int taken, int closed) {
    Words words = words(followed);
    String text =
        closed == 0
            ? words.label("several.done.text")
            : words.say("me.not-taken.title", closed) + ". " + words.label("several.done.text");
    return message(words, "done", new Notice(words.say("me.taken.title", taken), text), true);
  }

  TemplateInstance done(Prompt prompt, Candidate next) {
    boolean changeable = next.openPrompts().contains(prompt.id());
    return message(
        words(prompt), "done", Notice.of(words(prompt), Outlook.after(next)), changeable);
  }

  TemplateInstance closed(Prompt prompt) {
    Words words = words(prompt);
    return message(
        words,
        "stopped",
        new Notice(
            words.label("closed." + state(prompt).getClass().getSimpleName() + ".title"),
            words.label("closed.text")),
        false);
  }

  TemplateInstance unknownLink() {
    Words words = visitor.words();
    return message(words, "attention", Notice.of(words, "unknown-link"), false);
  }

  /** For a signed-in person who was not asked; it does not tell them who was. */
  TemplateInstance refused(String login, String csrf) {
    return PromptTemplates.refused(visitor.words(), login, csrf);
  }

  private static TemplateInstance message(
      Words words, String shape, Notice notice, boolean changeable) {
    return PromptTemplates.outcome(words, shape, notice, changeable);
  }
}
