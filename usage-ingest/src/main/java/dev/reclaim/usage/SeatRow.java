package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.SeatRef;
import dev.reclaim.events.Via;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A seat under the names that its source uses; it becomes a holder's seat as soon as both holder
 * and application are known.
 *
 * @param label the application as the source calls it, normalised
 * @param account the holder's login as the vendor spells it
 * @param names all names of the holder, normalised
 * @param via the group that gives it; empty when assigned directly
 * @param listed seen in a directory's listing, so its absence from the next one means something
 */
public record SeatRow(
    String label,
    String tier,
    String account,
    List<String> names,
    Optional<String> via,
    Optional<Instant> assignedAt,
    Instant observedAt,
    boolean listed) {

  /** What makes it the same seat in the eyes of its source. */
  public record Key(String label, String tier, String account) {}

  public SeatRow {
    // A row that could not be told later would hold up everybody's.
    requireFit("account", account);
    requireFit("tier", tier);
    names =
        Stream.concat(Stream.of(account), names.stream())
            .map(Identifier::normalise)
            .distinct()
            .sorted()
            .toList();
  }

  public Key key() {
    return new Key(label, tier, Identifier.normalise(account));
  }

  private static void requireFit(String field, String text) {
    Admission.clean(field, text)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + ": is missing");
    }
  }

  SeatRef seatOf(HolderId holder, ApplicationId application) {
    return SeatRef.of(
        holder,
        application,
        tier,
        account,
        via.<Via>map(Via.Group::new).orElseGet(Via.Direct::new));
  }
}
