package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.rules.Contract.SmallerBill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What applying some documents does.
 *
 * @param asOf the moment at which seats were judged
 * @param changes the documents that say something new
 * @param unchanged how many say what stands already
 * @param effects by rule, those that may find other seats than before
 * @param bills of the applications whose seats would newly be found, and whose contract says when
 *     fewer seats cost less
 */
public record Plan(
    Instant asOf,
    List<Change> changes,
    int unchanged,
    List<Effect> effects,
    Map<ApplicationId, SmallerBill> bills) {

  public Plan {
    changes = List.copyOf(changes);
    effects = List.copyOf(effects);
    bills = Map.copyOf(bills);
  }

  static Plan of(
      Instant asOf, List<Change> changes, int unchanged, List<Effect> effects, Estate estate) {
    LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    Map<ApplicationId, SmallerBill> bills = new HashMap<>();
    for (Effect effect : effects) {
      for (PricedSeat seat : effect.found().seats()) {
        ApplicationId application = seat.seat().application();
        estate
            .find(application)
            .flatMap(defined -> defined.terms().contract().smallerBill(today))
            .ifPresent(bill -> bills.put(application, bill));
      }
    }
    return new Plan(asOf, changes, unchanged, effects, bills);
  }

  /** The seats that become candidates of a rule, each once. */
  public Tally found() {
    return inAll(Effect::found);
  }

  /** The seats that cease to be candidates of a rule, each once. */
  public Tally lost() {
    return inAll(Effect::lost);
  }

  private Tally inAll(Function<Effect, Tally> which) {
    return Tally.of(effects.stream().map(which).flatMap(tally -> tally.seats().stream()).toList());
  }
}
