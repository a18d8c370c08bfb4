package dev.reclaim.console.web;

import dev.reclaim.console.CandidateState;
import dev.reclaim.console.Candidates.Count;
import dev.reclaim.console.Candidates.MonthlyMoney;
import dev.reclaim.console.Candidates.Overview;
import dev.reclaim.console.web.ListView.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers above the list, in the order of the walk; what is saved comes last. */
final class Figures {

  private final Reader reader;

  Figures(Reader reader) {
    this.reader = reader;
  }

  List<Figure> of(Overview overview) {
    List<Figure> figures = new ArrayList<>();
    for (CandidateState state : CandidateState.values()) {
      if (state.isOpen() || state == CandidateState.CLOSED_COMPLETE) {
        figures.add(figure(state, Optional.ofNullable(overview.counts().get(state))));
      }
    }
    for (MonthlyMoney money : overview.money()) {
      figures.add(amount("Waiting, a month", reader.money(money.waiting()), "not saved yet"));
      figures.add(amount("Saved, a month", reader.money(money.saved()), "verified"));
    }
    return figures;
  }

  private Figure figure(CandidateState state, Optional<Count> count) {
    return new Figure(
        state.word(),
        reader.number(count.map(Count::number).orElse(0L)),
        count
            .filter(some -> state.isOpen())
            .map(some -> "oldest " + reader.age(some.oldest()))
            .orElse(""),
        Optional.of(ListAddress.ofState(state).toString()));
  }

  private static Figure amount(String name, String amount, String age) {
    return new Figure(name, amount, age, Optional.empty());
  }
}
