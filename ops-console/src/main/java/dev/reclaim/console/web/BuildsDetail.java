package dev.reclaim.console.web;

import dev.reclaim.console.Candidate;
import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Candidates;
import dev.reclaim.console.Fact;
import dev.reclaim.console.History;
import dev.reclaim.console.Order;
import dev.reclaim.console.Told;
import dev.reclaim.console.Transition;
import dev.reclaim.console.web.DetailView.Ahead;
import dev.reclaim.console.web.DetailView.Entry;
import dev.reclaim.console.web.DetailView.Shown;
import dev.reclaim.events.ConsentEvent;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts one candidate's page together, in the reader's language. */
@ApplicationScoped
class BuildsDetail {

  private final Candidates candidates;
  private final Reader reader;

  BuildsDetail(Candidates candidates, Reader reader) {
    this.candidates = candidates;
    this.reader = reader;
  }

  /**
   * @param here where this detail is shown
   * @param back where it is closed
   */
  DetailView build(History history, String here, Optional<String> back) {
    Candidate candidate = history.candidate();
    Map<HolderId, String> names = candidates.names(Mentioned.in(history));
    Words words = new Words(reader, names);
    return new DetailView(
        new DetailView.Title(
            candidate.id().value(),
            words.name(candidate.holder()),
            candidate.seat().map(seat -> title(seat.application().value())).orElse("Not known yet"),
            candidate.standing().state()),
        here,
        back,
        facts(history),
        history.entries().stream().map(entry -> entry(entry.transition(), words)).toList(),
        candidate.standing().due().map(due -> ahead(candidate, reader.moment(due))),
        reader.mayAct() ? orders(candidate) : Set.of());
  }

  private Set<Order> orders(Candidate candidate) {
    return Order.offered(candidate.standing().state(), candidate.isRestorable(reader.now()));
  }

  private String title(String application) {
    return candidates.applications().getOrDefault(application, application);
  }

  private List<Shown> facts(History history) {
    Candidate candidate = history.candidate();
    List<Shown> facts = new ArrayList<>();
    whatToDo(history).ifPresent(facts::add);
    candidate
        .found()
        .ifPresent(
            found -> {
              for (Reason reason : found.reasons()) {
                facts.add(new Shown("Why", reason.sentence(), false));
              }
              found
                  .pricePerMonth()
                  .ifPresent(
                      price ->
                          facts.add(new Shown("Price", reader.money(price) + " a month", false)));
              facts.add(
                  new Shown("Rule", found.rule() + ", version " + found.ruleVersion(), false));
            });
    facts.add(moment("In this state since", candidate.standing().since()));
    candidate
        .seat()
        .ifPresent(
            seat -> {
              facts.add(new Shown("Tier", seat.tier(), false));
              facts.add(new Shown("Account", seat.account(), true));
            });
    candidate
        .ending()
        .restorableUntil()
        .ifPresent(until -> facts.add(moment("Can be given back until", until)));
    facts.add(new Shown("Candidate", candidate.id().value(), true));
    return facts;
  }

  /** Where it waits for a person of operations. */
  private static Optional<Shown> whatToDo(History history) {
    return history.entries().reversed().stream()
        .filter(_ -> history.candidate().standing().state() == CandidateState.ATTENTION_REQUIRED)
        .map(entry -> entry.transition().event())
        .filter(ConsentEvent.CandidateNeedsAttention.class::isInstance)
        .map(event -> ((ConsentEvent.CandidateNeedsAttention) event).whatToDo())
        .map(next -> new Shown("What to do", next, false))
        .findFirst();
  }

  private Shown moment(String name, Instant instant) {
    Reader.Moment moment = reader.moment(instant);
    return new Shown(name, moment.absolute() + " (" + moment.relative() + ")", false);
  }

  private Entry entry(Transition transition, Words words) {
    Told told = Told.of(transition.event());
    return new Entry(
        "at-" + Integer.toHexString(transition.id().hashCode()),
        reader.moment(transition.at()),
        transition.effect().leadsTo().map(state -> state.slug()).orElse(""),
        told.what(),
        words.who(told.who()),
        told.why(),
        evidence(transition, told, words));
  }

  private static List<Shown> evidence(Transition transition, Told told, Words words) {
    List<Shown> shown = new ArrayList<>();
    for (Fact fact : told.evidence()) {
      shown.add(words.shown(fact));
    }
    shown.add(new Shown("Event", transition.id(), true));
    return shown;
  }

  private static Ahead ahead(Candidate candidate, Reader.Moment due) {
    return switch (candidate.standing().state()) {
      case AWAITING_USER ->
          new Ahead(due, "The holder's time to answer ends", "Then silence is judged by the rule.");
      case AWAITING_APPROVAL ->
          new Ahead(due, "The manager's time to answer ends", "Then silence is judged.");
      case HELD -> new Ahead(due, "The hold ends", "Then the candidate goes on.");
      case ATTENTION_REQUIRED, READY, AWAITING_REVOCATION -> new Ahead(due, "Next step", "");
      case CLOSED_COMPLETE, CLOSED_SKIPPED, CLOSED_CANCELED -> new Ahead(due, "Nothing more", "");
    };
  }
}
