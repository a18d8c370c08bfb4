package dev.reclaim.console;

import dev.reclaim.events.Answer;
import dev.reclaim.events.ConsentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What consent-service says, in words. */
final class ToldByConsent {

  private ToldByConsent() {}

  static Told of(ConsentEvent event) {
    return new Told(what(event), event.by(), event.why(), evidence(event));
  }

  private static String what(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.CandidateReady _ -> "Ready";
      case ConsentEvent.CandidateNeedsAttention _ -> "A person has to look";
      case ConsentEvent.CandidateHeld _ -> "Held";
      case ConsentEvent.HolderAsked _ -> "Holder asked";
      case ConsentEvent.HolderAnswered e -> "Holder answered " + word(e.answer());
      case ConsentEvent.ManagerAsked _ -> "Manager asked";
      case ConsentEvent.ManagerAnswered e -> "Manager answered " + word(e.answer());
      case ConsentEvent.RevocationApproved _ -> "Revocation approved";
      case ConsentEvent.RevocationCalledOff _ -> "Revocation called off";
      case ConsentEvent.CandidateClosed e ->
          switch (e.outcome()) {
            case COMPLETE -> "Closed: the seat is free";
            case SKIPPED -> "Closed: skipped";
            case CANCELED -> "Closed: the seat was used";
          };
      case ConsentEvent.AnswerRefused _ -> "Answer refused";
      case ConsentEvent.Reminded _ -> "Reminded";
      case ConsentEvent.StandInNamed _ -> "Stand-in named";
      case ConsentEvent.StandInEnded _ -> "Stand-in ended";
    };
  }

  private static List<Fact> evidence(ConsentEvent event) {
    return switch (event) {
      case ConsentEvent.CandidateNeedsAttention e -> List.of(Fact.text("What to do", e.whatToDo()));
      case ConsentEvent.CandidateHeld e ->
          e.until().map(until -> List.of(Fact.at("Until", until))).orElse(List.of());
      case ConsentEvent.HolderAsked e ->
          List.of(Fact.at("An answer is expected by", e.until()), Fact.code("Prompt", e.prompt()));
      case ConsentEvent.Reminded e ->
          List.of(
              Fact.person("Reminded", e.who()),
              Fact.at("An answer is expected by", e.until()),
              Fact.code("Prompt", e.prompt()));
      case ConsentEvent.HolderAnswered e -> answered(e);
      case ConsentEvent.ManagerAsked e ->
          List.of(
              Fact.at("An answer is expected by", e.until()),
              Fact.person("Asked", e.approver()),
              Fact.code("Prompt", e.prompt()));
      case ConsentEvent.ManagerAnswered e -> comment(e.comment());
      case ConsentEvent.RevocationApproved e -> approval(e);
      case ConsentEvent.CandidateClosed e -> closed(e);
      case ConsentEvent.StandInNamed e ->
          List.of(
              Fact.person("Stand-in", e.standIn()),
              Fact.at("From", e.from()),
              Fact.at("Until", e.until()));
      case ConsentEvent.StandInEnded e -> List.of(Fact.person("Stand-in", e.standIn()));
      case ConsentEvent.AnswerRefused e -> List.of(Fact.code("Prompt", e.prompt()));
      case ConsentEvent.CandidateReady _, ConsentEvent.RevocationCalledOff _ -> List.of();
    };
  }

  private static List<Fact> approval(ConsentEvent.RevocationApproved event) {
    List<Fact> facts = new ArrayList<>();
    event
        .justification()
        .forEach(reason -> facts.add(Fact.text("Justification", reason.sentence())));
    facts.add(Fact.text("Rule", event.rule() + ", version " + event.ruleVersion()));
    facts.add(
        Fact.text(
            "Order",
            switch (event.taking().order()) {
              case ACCESS_FIRST -> "access first, then the seat";
              case SEAT_ONLY -> "only the seat";
              case AFTER_REPLACEMENT -> "the seat, once its replacement is active";
            }));
    event.unlessUsedAfter().ifPresent(at -> facts.add(Fact.at("Called off by use after", at)));
    return List.copyOf(facts);
  }

  private static List<Fact> answered(ConsentEvent.HolderAnswered event) {
    List<Fact> facts = new ArrayList<>(comment(event.comment()));
    event
        .further()
        .forEach(it -> facts.add(Fact.text(it.question(), String.join(", ", it.given()))));
    return List.copyOf(facts);
  }

  private static List<Fact> closed(ConsentEvent.CandidateClosed event) {
    List<Fact> facts = new ArrayList<>(ToldByRules.seat(event.seat()));
    event.restsUntil().ifPresent(until -> facts.add(Fact.at("Left alone until", until)));
    event.proof().ifPresent(proof -> facts.add(Fact.text("Proof", proof)));
    return List.copyOf(facts);
  }

  private static List<Fact> comment(Optional<String> comment) {
    return comment.map(text -> List.of(Fact.text("Comment", text))).orElse(List.of());
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case KEEP -> "Keep";
      case RELEASE -> "Release";
    };
  }
}
