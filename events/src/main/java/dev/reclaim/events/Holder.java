package dev.reclaim.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param details what else is known; empty when the source says nothing of it
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
    Instant asOf,
    Optional<Details> details) {

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

  /**
   * What the roster and the directory know of a holder besides. All of it may be unknown.
   *
   * @param startedAt the first day of work
   * @param contractEnds the last day of a contract with an end
   * @param groups the groups of the directory; none when nobody says
   * @param accountEnabled whether the directory lets the account sign in
   * @param inRoster whether the roster of HR has this identity
   */
  public record Details(
      Optional<LocalDate> startedAt,
      Optional<LocalDate> contractEnds,
      Optional<String> costCentre,
      Optional<String> location,
      Set<String> groups,
      Optional<Boolean> accountEnabled,
      Optional<Boolean> inRoster) {

    /** Nothing else is known. */
    public static final Details NONE =
        new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    public Details {
      groups = groups == null ? Set.of() : Set.copyOf(groups);
    }
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

  /** A holder of whom nothing else is known. */
  public Holder(
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
    this(
        id,
        kind,
        identifiers,
        name,
        status,
        since,
        manager,
        owner,
        department,
        locale,
        timeZone,
        workingDays,
        asOf,
        Optional.empty());
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
