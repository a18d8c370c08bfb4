package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Where applications are kept, with all labels by which sources know them. */
public interface KeepsApplications {

  /** An application whose seats a directory lists. */
  record Listed(ApplicationId application, SeatSource seats) {}

  OptionalInt versionOf(ApplicationId application);

  Set<Label> labelsOf(ApplicationId application);

  /** Writes it, and from now on lets these labels mean whichever alone is known by them. */
  void save(ApplicationDefined application, Set<Label> labels, Set<String> touchedLabels);

  /** Those in use that have a group to look at. */
  List<Listed> withSeats();
}
