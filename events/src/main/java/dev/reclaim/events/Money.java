package dev.reclaim.events;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/** An amount in one currency; a price is per seat and month. */
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    Objects.requireNonNull(amount, "money.amount: is missing");
    Objects.requireNonNull(currency, "money.currency: is missing");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("money.amount: is negative");
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
