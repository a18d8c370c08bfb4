package dev.reclaim.rules;

import dev.reclaim.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** What one seat costs for a period. */
public record Price(Money money, Per per) {

  /** The period for which it is paid. */
  public enum Per {
    MONTH,
    YEAR
  }

  public Price {
    Objects.requireNonNull(money, "price: is missing");
    Objects.requireNonNull(per, "price.per: is missing");
  }

  public static Price perMonth(Money money) {
    return new Price(money, Per.MONTH);
  }

  /** For a month; a twelfth of a year is rounded half up to what the currency can pay. */
  public Money perMonth() {
    return switch (per) {
      case MONTH -> money;
      case YEAR -> {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        BigDecimal twelfth =
            money.amount().divide(BigDecimal.valueOf(12), digits, RoundingMode.HALF_UP);
        yield new Money(twelfth, money.currency());
      }
    };
  }
}
