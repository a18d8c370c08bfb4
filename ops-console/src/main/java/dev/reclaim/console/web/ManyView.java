package dev.reclaim.console.web;

import dev.reclaim.console.Order;
import java.util.List;
import java.util.Optional;

/**
 * One order about several candidates, before or after it is given.
 *
 * @param given whether it has been given
 * @param more what the order needs besides a reason
 * @param candidates all that were picked
 * @param button what giving it does; empty when it would do nothing, or is done
 * @param problem why nothing was done
 */
record ManyView(
    Order order,
    boolean given,
    String more,
    List<String> candidates,
    String title,
    Optional<String> button,
    List<Left> left,
    Optional<String> problem) {

  /** One for which the order does nothing. */
  record Left(String id, String name, String why) {}
}
