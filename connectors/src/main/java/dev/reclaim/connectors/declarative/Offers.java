package dev.reclaim.connectors.declarative;

import dev.reclaim.connectors.Captures;
import dev.reclaim.connectors.Deprovisions;
import dev.reclaim.connectors.ListsSeats;
import dev.reclaim.connectors.LooksAgain;
import dev.reclaim.connectors.ReportsUsage;
import dev.reclaim.connectors.Restores;
import dev.reclaim.connectors.Revokes;
import dev.reclaim.connectors.Verifies;
import dev.reclaim.connectors.declarative.VendorFile.Abilities;
import java.util.stream.Stream;

/** Which capabilities a file has: what it leaves out cannot be done. */
final class Offers {

  private Offers() {}

  static boolean has(VendorFile file, Class<?> capability) {
    Abilities can = file.abilities();
    if (capability == ListsSeats.class) {
      return can.list().isPresent();
    }
    if (capability == ReportsUsage.class) {
      return can.usage().isPresent();
    }
    if (capability == Revokes.class
        || capability == Verifies.class
        || capability == LooksAgain.class) {
      return can.seat().isPresent();
    }
    if (capability == Deprovisions.class) {
      return !can.steps().isEmpty();
    }
    if (capability == Captures.class) {
      return can.seat().isPresent() || !can.steps().isEmpty();
    }
    if (capability == Restores.class) {
      return takings(can).anyMatch(taking -> taking.effect().canBeUndone());
    }
    return true;
  }

  private static Stream<Taking> takings(Abilities can) {
    return Stream.concat(
        can.steps().values().stream(),
        can.seat().stream().flatMap(seat -> seat.ways().values().stream()));
  }
}
