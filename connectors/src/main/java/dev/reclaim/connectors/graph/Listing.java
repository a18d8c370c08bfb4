package dev.reclaim.connectors.graph;

import com.microsoft.graph.models.User;
import dev.reclaim.connectors.ListedSeat;
import dev.reclaim.events.Via;
import java.util.stream.Stream;

/** Entries of a list of seats. */
final class Listing {

  static final String[] WITH_LICENCES =
      Stream.concat(
              Stream.of(Person.LABELS), Stream.of("assignedLicenses", "licenseAssignmentStates"))
          .toArray(String[]::new);

  private Listing() {}

  static ListedSeat of(User user, Via via) {
    return new ListedSeat(user.getUserPrincipalName(), Person.identifiersOf(user), via);
  }
}
