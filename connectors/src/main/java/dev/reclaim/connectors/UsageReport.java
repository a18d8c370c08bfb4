package dev.reclaim.connectors;

import dev.reclaim.events.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All use that the vendor tells of, or none: there is no partial report. */
public sealed interface UsageReport {

  /** Read to the end. Who is not in it may still have used the application before. */
  record Complete(List<Used> uses) implements UsageReport {

    public Complete {
      uses = List.copyOf(uses);
    }
  }

  /** It could not be read to the end; nothing is known of the time asked for. */
  record Unreadable(String why, String whatToDo) implements UsageReport {}

  /**
   * Somebody used the application.
   *
   * @param account as the vendor spells it
   * @param identifiers all names by which the vendor knows the holder
   * @param lasting how long, if the vendor says so
   */
  record Used(
      String account, List<Identifier> identifiers, Instant at, Optional<Duration> lasting) {

    public Used {
      Must.beText("usage.account", account);
      Must.bePresent("usage.at", at);
      identifiers = List.copyOf(identifiers);
    }
  }
}
