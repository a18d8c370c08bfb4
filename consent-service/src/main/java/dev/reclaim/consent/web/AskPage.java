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
import java.util.ArrayList;
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

  /**
   * A message above the form: what went wrong, and what to do.
   *
   * @param field what it is about: {@code code}, {@code comment}, the id of a further question; or
   *     empty
   */
  record Notice(String title, String text, String field) {

    Notice(String title, String text) {
      this(title, text, "");
    }

    static Notice of(Words words, String key) {
      return of(words, key, "");
    }

    static Notice of(Words words, String key, String field) {
      return new Notice(words.label(key + ".title"), words.label(key + ".text"), field);
    }
  }

  /**
   * What a form is made for.
   *
   * @param signedInAs empty when the answer needs the code
   * @param token names the question in the way to sign in
   * @param typed what was typed before
   * @param more how many other questions wait for the same reader
   */
  record Form(
      String csrf,
      String token,
      Optional<String> signedInAs,
      Optional<Notice> notice,
      Typed typed,
      int more) {

    /** Whether the notice is about this field. */
    public boolean wrong(String field) {
      return notice.filter(it -> it.field().equals(field)).isPresent();
    }
  }

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

  /** Several questions that came in one message. */
  TemplateInstance several(Prompt followed, List<Prompt> together, Form form) {
    Words words = words(followed);
    List<Item> items =
        together.stream()
            .map(
                prompt ->
                    new Item(
                        prompt.id().value(),
                        question(state(prompt), prompt, words),
                        form.typed().picked().contains(prompt.id().value())))
            .toList();
    return PromptTemplates.several(
        words,
        form,
        words.say("several.title", together.size()),
        items.stream().anyMatch(it -> it.question().reasonForKeep()),
        items);
  }

  /** How many of them the answer counts for. */
  TemplateInstance doneWithSeveral(Prompt followed, int taken, int closed, int incomplete) {
    Words words = words(followed);
    List<String> parts = new ArrayList<>();
    if (closed > 0) {
      parts.add(words.say("me.not-taken.title", closed) + ".");
    }
    if (incomplete > 0) {
      parts.add(words.say("me.incomplete.title", incomplete) + ".");
      parts.add(words.label("me.incomplete.text"));
    }
    parts.add(words.label("several.done.text"));
    String text = String.join(" ", parts);
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
