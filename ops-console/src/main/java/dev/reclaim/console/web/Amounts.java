package dev.reclaim.console.web;

import dev.reclaim.events.Money;
import java.text.NumberFormat;
import java.util.Locale;

/** Money and counts as a language writes them. */
final class Amounts {

  private Amounts() {}

  static String money(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    int digits = Math.max(0, money.currency().getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(money.amount());
  }

  static String number(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }
}
