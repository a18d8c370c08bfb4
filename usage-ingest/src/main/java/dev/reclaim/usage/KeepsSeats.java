package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where seats are kept under their sources' names. */
public interface KeepsSeats {

  /** Writes them, later observations over earlier ones. */
  void save(Collection<SeatRow> rows);

  /** Those that changed, and those that these names or labels may have given a new owner. */
  List<SeatFinding> unsettled(Set<String> names, Set<String> labels);

  void published(Map<SeatRow.Key, Optional<SeatFinding.Owner>> owners);

  /** The seats that the last believed listing of an application had. */
  List<SeatFinding> listedFor(ApplicationId application);

  void remove(Collection<SeatRow.Key> seats);

  /** Whether some row gives this seat to this holder, as published. */
  boolean isPublished(SeatFinding.Owner owner, String tier);
}
