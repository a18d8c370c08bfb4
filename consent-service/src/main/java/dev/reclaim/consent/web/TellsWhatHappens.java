package dev.reclaim.consent.web;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.AttentionRequired;
import dev.reclaim.consent.AwaitingApproval;
import dev.reclaim.consent.AwaitingRevocation;
import dev.reclaim.consent.AwaitingUser;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.ClosedCanceled;
import dev.reclaim.consent.ClosedComplete;
import dev.reclaim.consent.ClosedSkipped;
import dev.reclaim.consent.Held;
import dev.reclaim.consent.Outlook;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Ready;
import dev.reclaim.consent.WhoIsAsked;
import dev.reclaim.consent.Words;
import dev.reclaim.events.Answer;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says to a holder what happens to a seat, and what they can do about it. */
@RequestScoped
public class TellsWhatHappens {

  private final Applications applications;
  private final People people;
  private final Prompts prompts;
  private final Visitor visitor;
  private final AskPage questions;

  TellsWhatHappens(
      Applications applications,
      People people,
      Prompts prompts,
      Visitor visitor,
      AskPage questions) {
    this.questions = questions;
    this.applications = applications;
    this.people = people;
    this.prompts = prompts;
    this.visitor = visitor;
  }

  /** Whether it waits for this person's answer. */
  boolean isAskedOf(Candidate candidate, Holder me) {
    return candidate instanceof AwaitingUser
        && WhoIsAsked.by(candidate).filter(me.id()::equals).isPresent();
  }

  MyView.State state(Candidate candidate, Words words) {
    String name = candidate.getClass().getSimpleName();
    return new MyView.State(
        name.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT),
        words.label("state." + name));
  }

  MyView.UnderWay underWay(Candidate candidate, String title, Words words) {
    return new MyView.UnderWay(
        candidate.file().candidate().value(),
        title,
        candidate.file().found().seat().account(),
        state(candidate, words),
        what(candidate, words),
        changes(candidate, words));
  }

  private String what(Candidate candidate, Words words) {
    return switch (candidate) {
      case AwaitingUser _ -> words.label("me.waits");
      case AwaitingApproval it -> {
        String by = it.dueAt().map(words::moment).orElse("");
        yield WhoIsAsked.by(it)
            .flatMap(people::find)
            .map(Holder::name)
            .map(name -> words.say("me.decides-by", name, by))
            .orElseGet(() -> words.say("me.somebody-decides-by", by));
      }
      case AwaitingRevocation it ->
          words.label(it.startedAt().isPresent() ? "me.taking-started" : "me.being-taken");
      case AttentionRequired _ -> words.label("me.looked-into");
      case Ready it -> words.label(Outlook.of(it, applications.find(it.file().application())));
      case Held _ -> words.label("me.held");
      case ClosedComplete _, ClosedSkipped _, ClosedCanceled _ ->
          words.label("closed." + candidate.getClass().getSimpleName() + ".title");
    };
  }

  /** The answers that would change something, while one still counts. */
  private List<MyView.Change> changes(Candidate candidate, Words words) {
    return candidate.openPrompts().stream()
        .map(prompts::find)
        .flatMap(Optional::stream)
        .filter(prompt -> visitor.person().filter(me -> me.id().equals(prompt.asked())).isPresent())
        .findFirst()
        .map(prompt -> changes(candidate, prompt, words))
        .orElse(List.of());
  }

  private List<MyView.Change> changes(Candidate candidate, Prompt prompt, Words words) {
    String id = prompt.id().value();
    Question question = questions.question(candidate, prompt, words);
    MyView.Change keep =
        new MyView.Change(id, "Keep", words.label("me.keep-after-all"), question.wantsMore());
    MyView.Change release =
        new MyView.Change(
            id, "Release", words.label("me.release-after-all"), !question.further().isEmpty());
    return candidate
        .file()
        .wish()
        .map(
            said ->
                switch (said) {
                  case KEEP -> List.of(release);
                  case RELEASE -> List.of(keep);
                })
        .orElseGet(
            () -> candidate instanceof AwaitingRevocation ? List.of(keep) : List.of(keep, release));
  }

  MyView.Released released(ClosedComplete closed, String title, Words words) {
    boolean restorable =
        closed.restoredAt().isEmpty()
            && closed.restorableUntil().filter(until -> until.isAfter(visitor.now())).isPresent();
    String what =
        closed
            .restoredAt()
            .map(at -> words.say("me.got-back", words.dayAndAge(at)))
            .orElseGet(
                () ->
                    restorable
                        ? words.say(
                            "me.get-back-until",
                            words.dayAndAge(closed.restorableUntil().orElseThrow()))
                        : words.label("me.no-way-back"));
    MyView.State state =
        closed.restoredAt().isPresent()
            ? new MyView.State("done", words.label("state.yours"))
            : new MyView.State("stopped", words.label("state.ClosedComplete"));
    return new MyView.Released(
        closed.file().candidate().value(),
        title,
        state,
        what,
        words.say("me.released-on", words.dayAndAge(closed.at())),
        restorable);
  }

  /** What is known of the use, with its age. */
  String use(Evidence evidence, Words words) {
    return switch (evidence) {
      case Evidence.Used used -> words.say("used.last", words.dayAndAge(used.last()));
      case Evidence.NotUsedSince idle -> words.say("used.not-since", words.dayAndAge(idle.since()));
      case Evidence.Unknown _ -> words.label("used.unknown");
    };
  }

  /** As {@link #use}, with the day alone. */
  String useAndDay(Evidence evidence, Words words) {
    return switch (evidence) {
      case Evidence.Used used -> words.say("used.last", words.day(used.last()));
      case Evidence.NotUsedSince idle -> words.say("used.not-since", words.day(idle.since()));
      case Evidence.Unknown _ -> words.label("used.unknown");
    };
  }

  String ageOf(Evidence evidence, Words words) {
    return switch (evidence) {
      case Evidence.Used used -> words.fromNow(used.last());
      case Evidence.NotUsedSince idle -> words.fromNow(idle.since());
      case Evidence.Unknown _ -> "";
    };
  }

  static String said(Optional<Answer> answer, Words words) {
    return words.label(answer.map(it -> "team.said." + it.name()).orElse("team.said.nothing"));
  }
}
