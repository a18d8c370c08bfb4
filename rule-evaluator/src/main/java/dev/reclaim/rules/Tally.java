package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Money;
import dev.reclaim.events.SeatId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some seats, each once, in the order of accounts and applications. */
public record Tally(List<PricedSeat> seats) {

  private static final Comparator<PricedSeat> IN_ORDER =
      Comparator.comparing((PricedSeat seat) -> seat.seat().account())
          .thenComparing(seat -> seat.seat().application().value())
          .thenComparing(seat -> seat.seat().id().value());

  public Tally {
    Map<SeatId, PricedSeat> once =
        seats.stream()
            .collect(
                Collectors.toMap(
                    seat -> seat.seat().id(), Function.identity(), (one, again) -> one));
    seats = once.values().stream().sorted(IN_ORDER).toList();
  }

  static Tally of(Collection<PricedSeat> seats) {
    return new Tally(List.copyOf(seats));
  }

  public long count() {
    return seats.size();
  }

  public long people() {
    return seats.stream().map(seat -> seat.seat().holder()).distinct().count();
  }

  /** How many seats of which application, by id. */
  public Map<String, Long> applications() {
    return seats.stream()
        .map(seat -> seat.seat().application())
        .map(ApplicationId::value)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** What taking them back saves, one sum per currency. A seat without a price adds nothing. */
  public List<Money> savingPerMonth() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    seats.stream()
        .map(PricedSeat::savingPerMonth)
        .flatMap(Optional::stream)
        .forEach(
            saving ->
                sums.merge(saving.currency().getCurrencyCode(), saving.amount(), BigDecimal::add));
    return sums.entrySet().stream()
        .map(sum -> new Money(sum.getValue(), Currency.getInstance(sum.getKey())))
        .toList();
  }
}
