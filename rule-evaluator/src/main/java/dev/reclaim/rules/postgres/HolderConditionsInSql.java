package dev.reclaim.rules.postgres;

import dev.reclaim.events.Identifier;
import dev.reclaim.rules.AtLocation;
import dev.reclaim.rules.EmployedFor;
import dev.reclaim.rules.HolderKind;
import dev.reclaim.rules.HolderLeft;
import dev.reclaim.rules.InCostCentre;
import dev.reclaim.rules.InDepartment;
import dev.reclaim.rules.InGroup;
import dev.reclaim.rules.MovedDepartment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The conditions about the holder. */
final class HolderConditionsInSql {

  private final FactsInSql facts;

  HolderConditionsInSql(FactsInSql facts) {
    this.facts = facts;
  }

  Answer left(HolderLeft left) {
    Fragment gone =
        Fragment.of(
            "? = 'LEFT' AND ? <= ?::timestamptz",
            facts.ofHolder("status"),
            momentOfLeaving(left),
            facts.asOf());
    return unlessUnknown(facts.ofHolder("status"), gone);
  }

  /** A time that comes twice, or not at all, means the later moment, as in {@link HolderLeft}. */
  private Fragment momentOfLeaving(HolderLeft left) {
    Fragment since = facts.ofHolder("since");
    Fragment zone = facts.ofHolder("time_zone");
    return left.at()
        .map(
            time ->
                Fragment.of(
                    "((? AT TIME ZONE ?)::date + ?::time) AT TIME ZONE ?",
                    since,
                    zone,
                    time.toString(),
                    zone))
        .orElse(since);
  }

  Answer onLeave() {
    return unlessUnknown(
        facts.ofHolder("status"),
        Fragment.of(
            "(? OR ? = 'ON_LEAVE' AND ? <= ?::timestamptz)",
            facts.resting(),
            facts.ofHolder("status"),
            facts.ofHolder("since"),
            facts.asOf()));
  }

  Answer notInRoster() {
    Fragment there = facts.ofHolder("in_roster");
    return Answer.elseUnknown(Fragment.of("NOT ?", there), there);
  }

  Answer accountDisabled() {
    Fragment enabled = facts.ofHolder("account_enabled");
    return Answer.elseUnknown(Fragment.of("NOT ?", enabled), enabled);
  }

  /** A contract of which HR names no end is doubtful. */
  Answer contractEnded() {
    Fragment ends = facts.ofHolder("contract_ends_at");
    Fragment ended = Fragment.of("? <= ?::timestamptz", ends, facts.asOf());
    return Answer.of(
        ended,
        Fragment.of("? > ?::timestamptz", ends, facts.asOf()),
        Fragment.of("? OR ? IS NULL", ended, facts.ofHolder("status")));
  }

  Answer employedFor(EmployedFor employed) {
    return unlessUnknown(
        facts.ofHolder("started_at"),
        Fragment.of(
            "? <= ?::timestamptz", facts.ofHolder("started_at"), facts.before(employed.time())));
  }

  Answer movedDepartment(MovedDepartment moved) {
    Instant start = facts.before(moved.within());
    Fragment at = facts.ofHolder("moved_at");
    return Answer.elseUnknown(
        Fragment.of("? >= ?::timestamptz", at, start),
        Fragment.of(
            "(? >= ?::timestamptz) IS NOT TRUE AND ? <= ?::timestamptz",
            at,
            start,
            facts.ofHolder("department_known_since"),
            start));
  }

  Answer kind(HolderKind kind) {
    return unlessUnknown(
        facts.ofHolder("kind"),
        Fragment.of(
            "? = ANY(?)", facts.ofHolder("kind"), kind.is().stream().map(Enum::name).toList()));
  }

  Answer inGroup(InGroup group) {
    Fragment keys = facts.ofHolder("group_keys");
    Fragment inside = Fragment.of("? && ?", keys, normalised(group.any()));
    return Answer.elseUnknown(inside, Fragment.of("NOT (?) AND cardinality(?) > 0", inside, keys));
  }

  Answer inDepartment(InDepartment department) {
    return oneOf(facts.ofHolder("department_key"), department.any());
  }

  Answer inCostCentre(InCostCentre centre) {
    return oneOf(facts.ofHolder("cost_centre_key"), centre.any());
  }

  Answer atLocation(AtLocation location) {
    return oneOf(facts.ofHolder("location_key"), location.any());
  }

  private static Answer oneOf(Fragment key, Collection<String> any) {
    return unlessUnknown(key, Fragment.of("? = ANY(?)", key, normalised(any)));
  }

  /** Without the fact nobody can tell; with it, what does not hold is proven. */
  private static Answer unlessUnknown(Fragment fact, Fragment holds) {
    return Answer.elseUnknown(
        Fragment.of("? AND ? IS NOT NULL", holds.inside(), fact),
        Fragment.of("(?) IS NOT TRUE AND ? IS NOT NULL", holds, fact));
  }

  static List<String> normalised(Collection<String> names) {
    return names.stream().map(Identifier::normalise).toList();
  }
}
