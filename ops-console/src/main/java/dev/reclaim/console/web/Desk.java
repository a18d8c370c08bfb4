package dev.reclaim.console.web;

import dev.reclaim.console.CarriesOut.Refused;
import dev.reclaim.http.browser.Csrf;
import java.util.Optional;

/**
 * What every page of the console has around its content.
 *
 * @param current the part that is open
 * @param refused why the order that the reader just gave was not taken
 * @param taken whether it was taken
 */
record Desk(
    String current,
    String login,
    String csrf,
    String asOf,
    boolean taken,
    Optional<Refused> refused) {

  static Desk of(String current, Reader reader, Csrf csrf) {
    return new Desk(current, reader.login(), csrf.token(), reader.asOf(), false, Optional.empty());
  }

  Desk afterAnOrder(boolean wasTaken, Optional<Refused> refusal) {
    return new Desk(current, login, csrf, asOf, wasTaken, refusal);
  }
}
