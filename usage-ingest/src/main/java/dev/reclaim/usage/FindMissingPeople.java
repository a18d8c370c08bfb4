package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.Identifier;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds who stood in an earlier roster and is missing from a later one that claims to be complete.
 * Who was never in a roster cannot go missing from it, and who left is not missed.
 */
public final class FindMissingPeople {

  private final KeepsPeople people;
  private final Limits limits;

  public FindMissingPeople(KeepsPeople people, Limits limits) {
    this.people = people;
    this.limits = limits;
  }

  /**
   * How many may be missing at once. A roster that lacks more is more often a broken export than
   * the truth, unless somebody names the number.
   *
   * @param share the share of those in the roster, between 0 and 1
   * @param count the number that may be missing, whatever share it is
   */
  public record Limits(double share, int count) {

    public Limits {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("reclaim.people.missing-share: is not between 0 and 1");
      }
      if (count < 0) {
        throw new IllegalArgumentException("reclaim.people.missing-count: is negative");
      }
    }

    boolean allow(int missing, long known) {
      return missing <= count || missing <= known * share;
    }
  }

  /** What a roster says by leaving people out. */
  public sealed interface Absence {

    /** What to report of those who are missing: all that was known, and that they are. */
    record Missing(List<HolderReported> reports) implements Absence {}

    /**
     * Nobody is reported missing.
     *
     * @param known how many stood in a roster before
     */
    record Incredible(int missing, long known) implements Absence {}
  }

  /**
   * Compares a roster with those before it.
   *
   * @param asOf when the roster was true; who was reported on since is not missing
   * @param confirmed how many may be missing because somebody said so
   */
  public Absence absence(Collection<HolderReported> roster, Instant asOf, int confirmed) {
    Set<String> named =
        roster.stream()
            .flatMap(report -> Said.identifiersOf(report).stream())
            .map(Identifier::normalised)
            .collect(Collectors.toSet());
    List<HolderReported> missing = people.inRosterWithout(named, asOf);
    long known = people.inRoster();
    return missing.size() <= confirmed || limits.allow(missing.size(), known)
        ? new Absence.Missing(missing.stream().map(FindMissingPeople::asMissing).toList())
        : new Absence.Incredible(missing.size(), known);
  }

  private static HolderReported asMissing(HolderReported known) {
    Holder.Details details = known.details().orElse(Holder.Details.NONE);
    return new HolderReported(
        known.employeeNumber(),
        known.userPrincipalName(),
        known.email(),
        known.samAccountName(),
        known.otherAccounts(),
        known.kind(),
        known.name(),
        known.status(),
        known.since(),
        known.manager(),
        known.owner(),
        known.department(),
        known.locale(),
        known.timeZone(),
        known.workingDays(),
        Optional.of(
            new Holder.Details(
                details.startedAt(),
                details.contractEnds(),
                details.costCentre(),
                details.location(),
                details.groups(),
                details.accountEnabled(),
                Optional.of(false))));
  }
}
