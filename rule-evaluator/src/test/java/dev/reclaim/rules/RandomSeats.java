package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.minutes;
import static dev.reclaim.rules.ASeat.seat;

import dev.reclaim.events.Holder;
import dev.reclaim.events.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Random conditions and random seats, the same for the same seed. */
final class RandomSeats {

  private final Random random;

  RandomSeats(long seed) {
    random = new Random(seed);
  }

  Condition condition(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 0 -> single();
      case 1 -> new Condition.All(conditions(depth));
      case 2 -> new Condition.Any(conditions(depth));
      default -> new Condition.Not(condition(depth - 1));
    };
  }

  /** One of those that need to know something. */
  private Condition single() {
    Window month = Window.ofDays(30L * (1 + random.nextInt(3)));
    return switch (random.nextInt(17)) {
      case 0 -> new UsedLessThan(Window.ofMinutes(5), month);
      case 1 -> new UsedLessThan(new UsedLessThan.Opens(1 + random.nextInt(2)), month);
      case 2 -> new UnusedFor(month);
      case 3 -> new NeverUsed();
      case 4 -> new PresentElsewhere(month);
      case 5 -> new HolderLeft(Optional.of(LocalTime.of(18, 0)));
      case 6 -> new HolderOnLeave();
      case 7 -> new NotInRoster();
      case 8 -> new AccountDisabled();
      case 9 -> new ContractEnded();
      case 10 -> new EmployedFor(month);
      case 11 -> new MovedDepartment(month);
      case 12 -> new HolderKind(Set.of(Holder.Kind.PERSON));
      case 13 -> new InGroup(Set.of("Staff"));
      case 14 -> new InDepartment(Set.of("Sales"));
      case 15 -> new PriceAbove(new Money(BigDecimal.TEN, Currency.getInstance("EUR")));
      default -> new SeatOlderThan(Window.ofDays(60));
    };
  }

  private List<Condition> conditions(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> condition(depth - 1)).toList();
  }

  /** What may be known of a seat apart from its use, one piece after the other. */
  List<Consumer<ASeat>> pieces() {
    List<Consumer<ASeat>> pieces = new ArrayList<>();
    Duration ago = days(random.nextInt(120));
    Duration since = days(random.nextInt(200));
    Duration silent = Duration.ofHours(random.nextInt(80));
    Holder.Status status = List.of(Holder.Status.values()).get(random.nextInt(3));
    pieces.add(seat -> seat.covered(since, silent));
    pieces.add(seat -> seat.coveredElsewhere(since, silent));
    pieces.add(seat -> seat.presentElsewhere(ago));
    pieces.add(seat -> seat.holderIs(status, ago));
    LocalDate day = LocalDate.of(2026, 11, 22).minusDays(random.nextInt(60) - 10);
    pieces.add(seat -> seat.holder().accountEnabled(day.getDayOfMonth() % 2 == 0));
    pieces.add(seat -> seat.holder().is(Holder.Kind.PERSON).group("Staff").department("Sales"));
    pieces.add(seat -> seat.costs("9.99", "EUR"));
    return pieces.stream().filter(_ -> random.nextInt(4) > 0).toList();
  }

  /** A seat with random use and age. */
  ASeat bare() {
    ASeat seat = seat();
    Duration age = days(random.nextInt(200));
    return switch (random.nextInt(5)) {
      case 0 -> seat.used(days(random.nextInt(120)), minutes(random.nextInt(10)));
      case 1 -> seat.openedWithoutLength(days(random.nextInt(120)));
      case 2 -> seat.assigned(age);
      case 3 -> seat.firstSeen(age);
      default -> seat;
    };
  }
}
