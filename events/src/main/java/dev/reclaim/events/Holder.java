package dev.reclaim.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The identity that holds seats, as HR last described it.
 *
 * @param name as people call it
 * @param since from when on the status holds
 * @param manager who decides for this holder; empty when HR names none or nobody known
 * @param owner who answers for a non-human identity
 * @param asOf when the source said so, in its clock; a later statement replaces an earlier one
 */
public record Holder(
    HolderId id,
    Kind kind,
    List<Identifier> identifiers,
    String name,
    Status status,
    Instant since,
    Optional<HolderId> manager,
    Optional<HolderId> owner,
    Optional<String> department,
    Optional<Locale> locale,
    Optional<ZoneId> timeZone,
    Set<DayOfWeek> workingDays,
    Instant asOf) {

  /** What sort of identity it is. */
  public enum Kind {
    PERSON,
    SERVICE_ACCOUNT,
    SHARED_MAILBOX,
    AGENT
  }

  /** What HR says of it. */
  public enum Status {
    ACTIVE,
    ON_LEAVE,
    LEFT
  }

  public Holder {
    Objects.requireNonNull(id, "holder.id: is missing");
    Objects.requireNonNull(kind, "holder.kind: is missing");
    Objects.requireNonNull(status, "holder.status: is missing");
    Objects.requireNonNull(since, "holder.since: is missing");
    Objects.requireNonNull(asOf, "holder.asOf: is missing");
    identifiers =
        identifiers.stream()
            .sorted(Comparator.comparing(Identifier::kind).thenComparing(Identifier::normalised))
            .toList();
    workingDays = Set.copyOf(workingDays);
  }

  /** Where mail for this holder goes, if HR knows an address. */
  public Optional<String> email() {
    return identifier(Identifier.Kind.EMAIL);
  }

  public Optional<String> identifier(Identifier.Kind wanted) {
    return identifiers.stream()
        .filter(identifier -> identifier.kind() == wanted)
        .map(Identifier::value)
        .findFirst();
  }
}
