package dev.reclaim.rules.documents;

import dev.reclaim.events.Money;
import dev.reclaim.rules.Price;
import java.util.Currency;

/** Prices and amounts. */
final class ReadsMoney {

  private ReadsMoney() {}

  static Price price(Keys keys) {
    return new Price(money(keys), keys.maybeWord("per", Price.Per.class).orElse(Price.Per.MONTH));
  }

  static Money money(Keys keys) {
    return keys.at(
        "amount",
        () ->
            new Money(
                keys.node().get("amount").decimalValue(),
                keys.text("currency", ReadsMoney::currency)));
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency: '" + code + "' is not a currency of ISO 4217, such as EUR", e);
    }
  }
}
