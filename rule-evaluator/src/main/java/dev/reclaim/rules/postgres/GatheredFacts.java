package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.SeatRef;
import dev.reclaim.rules.Estate;
import dev.reclaim.rules.HeldSeat;
import dev.reclaim.rules.Hold;
import dev.reclaim.rules.HolderFacts;
import dev.reclaim.rules.Presence;
import dev.reclaim.rules.Rival;
import dev.reclaim.rules.SeatFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was read for a page of seats, put together seat by seat.
 *
 * @param rivals the seats of applications that have a rival, by their holder
 */
record GatheredFacts(
    Instant asOf,
    Estate estate,
    Map<HolderId, HolderFacts> people,
    GatheredUse use,
    Map<HolderId, List<SeatRows.Row>> rivals) {

  SeatFacts facts(SeatRows.Row row, List<Hold> holds) {
    SeatRef seat = row.ref();
    ApplicationId application = seat.application();
    return new SeatFacts(
        new HeldSeat(seat, row.tenure(), estate.terms(application, seat.tier()), row.lastKept()),
        asOf,
        people.getOrDefault(seat.holder(), HolderFacts.UNKNOWN),
        use.of(seat.holder(), application),
        new Presence(
            use.lastElsewhere(seat.holder(), application),
            use.coveringOthers(application),
            rivalsOf(seat)),
        holds);
  }

  private List<Rival> rivalsOf(SeatRef seat) {
    List<SeatRows.Row> others = rivals.getOrDefault(seat.holder(), List.of());
    return others.isEmpty()
        ? List.of()
        : estate.rivals(seat.application()).stream()
            .flatMap(rivalry -> among(others, rivalry))
            .toList();
  }

  private Stream<Rival> among(List<SeatRows.Row> others, Estate.Rivalry rivalry) {
    return others.stream()
        .map(SeatRows.Row::ref)
        .filter(other -> other.application().equals(rivalry.other().id()))
        .map(
            other ->
                new Rival(
                    other,
                    rivalry.other().title(),
                    rivalry.shared(),
                    use.of(other.holder(), other.application())));
  }
}
