package dev.reclaim.rules;

import static dev.reclaim.rules.ASeat.days;
import static dev.reclaim.rules.ASeat.minutes;
import static dev.reclaim.rules.ASeat.seat;

import dev.reclaim.events.Holder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Random conditions and random seats, the same for the same seed. */
final class RandomSeats {

  private final Random random;

  RandomSeats(long seed) {
    random = new Random(seed);
  }

  Condition condition(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 7)) {
      case 0 -> new UsedLessThan(Window.ofMinutes(5), Window.ofDays(30L * (1 + random.nextInt(3))));
      case 1 -> new PresentElsewhere(Window.ofDays(30));
      case 2 -> new HolderLeft();
      case 3 -> new SeatOlderThan(Window.ofDays(60));
      case 4 -> new Condition.All(conditions(depth));
      case 5 -> new Condition.Any(conditions(depth));
      default -> new Condition.Not(condition(depth - 1));
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
