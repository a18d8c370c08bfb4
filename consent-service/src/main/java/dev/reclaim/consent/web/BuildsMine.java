package dev.reclaim.consent.web;

import dev.reclaim.consent.Applications;
import dev.reclaim.consent.Candidate;
import dev.reclaim.consent.ClosedComplete;
import dev.reclaim.consent.KnowsSeats;
import dev.reclaim.consent.Mine;
import dev.reclaim.consent.Open;
import dev.reclaim.consent.Prompt;
import dev.reclaim.consent.Question;
import dev.reclaim.consent.Words;
import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Evidence;
import dev.reclaim.events.Holder;
import dev.reclaim.events.Money;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.SeatId;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what a person sees of their software. */
@RequestScoped
public class BuildsMine {

  private static final int MOST = 200;

  private final Mine mine;
  private final KnowsSeats seats;
  private final Applications applications;
  private final AskPage questions;
  private final TellsWhatHappens tells;

  BuildsMine(
      Mine mine,
      KnowsSeats seats,
      Applications applications,
      AskPage questions,
      TellsWhatHappens tells) {
    this.mine = mine;
    this.seats = seats;
    this.applications = applications;
    this.questions = questions;
    this.tells = tells;
  }

  /**
   * Looks everything up.
   *
   * @param typed what was picked and typed before
   */
  MyView of(Holder me, Words words, Typed typed) {
    List<Candidate> held = mine.heldBy(me.id(), MOST);
    Optional<List<KnowsSeats.Seat>> known = seats.of(me.id());
    return new MyView(
        known.map(all -> words.say("me.summary", all.size())),
        known.flatMap(BuildsMine::sum).map(sum -> words.say("me.cost", words.money(sum))),
        typed.comment(),
        asked(me, words, typed.picked()),
        held.stream()
            .filter(candidate -> candidate instanceof Open)
            .filter(candidate -> !tells.isAskedOf(candidate, me))
            .map(candidate -> tells.underWay(candidate, title(candidate), words))
            .toList(),
        held.stream()
            .filter(ClosedComplete.class::isInstance)
            .map(ClosedComplete.class::cast)
            .map(closed -> tells.released(closed, title(closed), words))
            .toList(),
        known.map(all -> seats(all, held, words)));
  }

  private List<MyView.Asked> asked(Holder me, Words words, Set<String> picked) {
    return mine.openQuestionsTo(me.id()).stream()
        .map(prompt -> asked(prompt, words, picked.contains(prompt.id().value())))
        .toList();
  }

  private MyView.Asked asked(Prompt prompt, Words words, boolean picked) {
    Candidate state = questions.state(prompt);
    Question question = questions.question(state, prompt, words);
    return new MyView.Asked(
        prompt.id().value(),
        title(state),
        question,
        state.file().found().pricePerMonth().map(words::money).orElse(""),
        question.until(),
        picked);
  }

  private List<MyView.Seat> seats(List<KnowsSeats.Seat> all, List<Candidate> held, Words words) {
    Map<SeatId, Candidate> open =
        held.stream()
            .filter(candidate -> candidate instanceof Open)
            .collect(
                Collectors.toMap(
                    candidate -> candidate.file().found().seat().id(),
                    candidate -> candidate,
                    (newest, _) -> newest,
                    LinkedHashMap::new));
    return all.stream()
        .map(seat -> seat(seat, Optional.ofNullable(open.get(seat.ref().id())), words))
        .sorted(Comparator.comparing(MyView.Seat::title))
        .toList();
  }

  private MyView.Seat seat(KnowsSeats.Seat seat, Optional<Candidate> open, Words words) {
    return new MyView.Seat(
        title(seat.ref().application()),
        seat.ref().account(),
        tells.use(seat.evidence(), words),
        seat.evidence() instanceof Evidence.Unknown unknown
            ? Optional.of(unknown.why())
            : Optional.empty(),
        seat.pricePerMonth().map(words::money).orElse("–"),
        open.map(candidate -> tells.state(candidate, words))
            .orElseGet(() -> new MyView.State("done", words.label("state.yours"))));
  }

  private String title(Candidate candidate) {
    return title(candidate.file().application());
  }

  private String title(ApplicationId application) {
    return applications
        .find(application)
        .map(ApplicationDefined::title)
        .orElse(application.value());
  }

  /** Only of one currency: a sum over several would be a guess. */
  private static Optional<Money> sum(List<KnowsSeats.Seat> all) {
    List<Money> prices = all.stream().flatMap(seat -> seat.pricePerMonth().stream()).toList();
    Set<Currency> currencies = prices.stream().map(Money::currency).collect(Collectors.toSet());
    return currencies.size() == 1
        ? Optional.of(
            new Money(
                prices.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                currencies.iterator().next()))
        : Optional.empty();
  }
}
