package dev.reclaim.rules.documents;

import dev.reclaim.rules.Condition;
import dev.reclaim.rules.HolderLeft;
import dev.reclaim.rules.PresentElsewhere;
import dev.reclaim.rules.SeatOlderThan;
import dev.reclaim.rules.UsedLessThan;

/** Conditions, each under the key by which rules spell it. */
final class ReadsConditions {

  private ReadsConditions() {}

  static Condition of(Keys keys) {
    String name = keys.only();
    return switch (name) {
      case "all" ->
          new Condition.All(keys.objects(name).stream().map(ReadsConditions::of).toList());
      case "any" ->
          new Condition.Any(keys.objects(name).stream().map(ReadsConditions::of).toList());
      case "not" -> new Condition.Not(of(keys.object(name)));
      case "usedLessThan" -> usedLessThan(keys.object(name));
      case "presentElsewhere" -> new PresentElsewhere(keys.object(name).window("within"));
      case "holderLeft" -> new HolderLeft();
      case "seatOlderThan" -> new SeatOlderThan(keys.object(name).window("age"));
      default -> throw keys.tree().refuse(Paths.child(keys.path(), name), "is an unknown key");
    };
  }

  private static Condition usedLessThan(Keys keys) {
    return keys.whole(() -> new UsedLessThan(keys.window("time"), keys.window("within")));
  }
}
