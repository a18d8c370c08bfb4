package dev.reclaim.rules;

import dev.reclaim.events.Money;
import java.util.Optional;

/** The seat costs more than this in a month. Prices in another currency are not compared. */
public record PriceAbove(Money price) implements Condition {

  static final String CODE = "priceAbove";

  @Override
  public Judgement judge(SeatFacts facts) {
    Optional<Money> actual = facts.held().terms().flatMap(SeatTerms::pricePerMonth);
    if (actual.isEmpty()) {
      return Judgement.notEnoughData(CODE, "The price of the seat is not known.");
    }
    String sentence = "The seat costs %s in a month.".formatted(actual.get());
    if (!actual.get().currency().equals(price.currency())) {
      return Judgement.notEnoughData(
          CODE, sentence + " That is not compared with %s.".formatted(price));
    }
    return actual.get().amount().compareTo(price.amount()) > 0
        ? Judgement.holds(CODE, sentence)
        : Judgement.doesNotHold(CODE, sentence);
  }
}
