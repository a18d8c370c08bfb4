package dev.reclaim.connectors.declarative;

import dev.reclaim.events.PolicyEvent.SeatAction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a seat is here, how it is seen, and the ways to free it.
 *
 * @param look what must be read to see it
 * @param held when the account has it
 * @param inherited when it comes through a group
 */
record SeatPart(
    EntitlementForm entitlement,
    List<Move> look,
    Condition held,
    Optional<Inherited> inherited,
    Map<SeatAction, Taking> ways) {

  static SeatPart of(Entry entry) {
    entry.allowOnly("entitlement", "look", "held", "inherited", "ways");
    Map<SeatAction, Taking> ways = new EnumMap<>(SeatAction.class);
    entry
        .required("ways")
        .entries()
        .forEach((name, way) -> ways.put(named(SeatAction.class, name, way), taking(way)));
    if (ways.isEmpty()) {
      throw entry.required("ways").refuse("names no way");
    }
    return new SeatPart(
        EntitlementForm.of(entry.required("entitlement")),
        entry.list("look", Move::of),
        Condition.of(entry.required("held")),
        entry.optional("inherited", Inherited::of),
        ways);
  }

  private static Taking taking(Entry way) {
    Taking taking = Taking.of(way);
    if (taking.done().isEmpty()) {
      throw way.required("done").refuse("must be something that can be read: a seat is");
    }
    return taking;
  }

  static <E extends Enum<E>> E named(Class<E> type, String name, Entry entry) {
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw entry.refuse("must be one of " + List.of(type.getEnumConstants()));
    }
  }
}
