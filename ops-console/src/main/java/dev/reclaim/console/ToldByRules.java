package dev.reclaim.console;

import dev.reclaim.events.Actor;
import dev.reclaim.events.CandidateEvent;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Reason;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What rule-evaluator says, in words. */
final class ToldByRules {

  private static final Actor RULES = Actor.system("rule-evaluator");

  private ToldByRules() {}

  static Told of(CandidateEvent event) {
    return switch (event) {
      case CandidateEvent.CandidateFound e ->
          new Told("Candidate found", RULES, sentences(e.reasons()), evidence(e));
      case CandidateEvent.CandidateWithdrawn e ->
          new Told("Candidate withdrawn", RULES, e.why(), evidence(e.evidence()));
    };
  }

  private static List<Fact> evidence(CandidateEvent.CandidateFound found) {
    List<Fact> facts = new ArrayList<>(evidence(found.evidence()));
    facts.add(Fact.text("Rule", found.rule() + ", version " + found.ruleVersion()));
    found.reasons().forEach(reason -> facts.add(Fact.code("Condition", reason.code())));
    facts.add(Fact.at("Judged as of", found.asOf()));
    facts.addAll(seat(found.seat()));
    return List.copyOf(facts);
  }

  static List<Fact> evidence(Evidence evidence) {
    return switch (evidence) {
      case null -> List.of();
      case Evidence.Used used ->
          List.of(
              Fact.at("Last used", used.last()),
              Fact.length("Measured use", used.measured()),
              Fact.length("Looked back", used.window()));
      case Evidence.NotUsedSince unused ->
          List.of(
              Fact.at("Not used since", unused.since()),
              Fact.at("Complete usage data since", unused.coverageFrom()));
      case Evidence.Unknown unknown -> List.of(Fact.text("Use is unknown", unknown.why()));
    };
  }

  static List<Fact> seat(SeatRef seat) {
    return List.of(
        Fact.code("Account", seat.account()),
        switch (seat.via()) {
          case Via.Direct _ -> Fact.text("Seat comes from", "its own assignment");
          case Via.Group group -> Fact.code("Seat comes from group", group.group());
        });
  }

  static String sentences(List<Reason> reasons) {
    return reasons.stream().map(Reason::sentence).collect(Collectors.joining(" "));
  }
}
