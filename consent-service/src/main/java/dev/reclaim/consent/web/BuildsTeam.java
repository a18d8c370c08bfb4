package dev.reclaim.consent.web;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.Mine;
import dev.reclaim.consent.Outlook;
import dev.reclaim.consent.People;
import dev.reclaim.consent.Prompts;
import dev.reclaim.consent.Words;
import dev.reclaim.events.CandidateId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what waits for somebody's decision. */
@RequestScoped
public class BuildsTeam {

  private static final int MOST = 200;

  private final Mine mine;
  private final People people;
  private final Applications applications;
  private final Prompts prompts;
  private final AskPage questions;
  private final TellsWhatHappens tells;

  BuildsTeam(
      Mine mine,
      People people,
      Applications applications,
      Prompts prompts,
      AskPage questions,
      TellsWhatHappens tells) {
    this.mine = mine;
    this.people = people;
    this.applications = applications;
    this.prompts = prompts;
    this.questions = questions;
    this.tells = tells;
  }

  TeamView of(Holder me, Words words, String open) {
    List<Candidate> waiting = mine.waitingFor(me.id(), MOST);
    Map<CandidateId, Mine.Said> said =
        mine.whatHoldersSaid(waiting.stream().map(it -> it.file().candidate()).toList());
    return new TeamView(
        words.label("team." + silence(waiting)),
        waiting.stream()
            .map(it -> row(it, Optional.ofNullable(said.get(it.file().candidate())), words, open))
            .toList(),
        waiting.stream()
            .filter(it -> it.file().candidate().value().equals(open))
            .findFirst()
            .flatMap(
                it -> open(it, me, Optional.ofNullable(said.get(it.file().candidate())), words)));
  }

  /** Said for all of them, where it is the same for all. */
  private static String silence(List<Candidate> waiting) {
    List<String> all =
        waiting.stream().map(it -> Outlook.ofSilentApprovers(it.file())).distinct().toList();
    return all.size() == 1 ? all.getFirst() : "silence-mixed";
  }

  private TeamView.Row row(
      Candidate candidate, Optional<Mine.Said> said, Words words, String open) {
    Optional<Holder> holder = people.find(candidate.file().holder());
    Optional<Instant> until = candidate.dueAt();
    String id = candidate.file().candidate().value();
    Evidence evidence = candidate.file().found().evidence();
    return new TeamView.Row(
        id,
        holder.map(Holder::name).orElse(candidate.file().found().seat().account()),
        holder.flatMap(Holder::department).orElse(""),
        applications
            .find(candidate.file().application())
            .map(ApplicationDefined::title)
            .orElse(candidate.file().application().value()),
        tells.useAndDay(evidence, words),
        tells.ageOf(evidence, words),
        TellsWhatHappens.said(said.map(Mine.Said::answer), words),
        said.flatMap(Mine.Said::comment),
        candidate.file().found().pricePerMonth().map(words::money).orElse("–"),
        until.map(words::day).orElse(""),
        until.map(words::fromNow).orElse(""),
        id.equals(open));
  }

  private Optional<TeamView.Open> open(
      Candidate candidate, Holder me, Optional<Mine.Said> said, Words words) {
    return candidate.openPrompts().stream()
        .map(prompts::find)
        .flatMap(Optional::stream)
        .filter(prompt -> prompt.asked().equals(me.id()))
        .findFirst()
        .map(
            prompt ->
                new TeamView.Open(
                    candidate.file().candidate().value(),
                    questions.question(candidate, prompt, words),
                    said.flatMap(Mine.Said::comment)));
  }
}
