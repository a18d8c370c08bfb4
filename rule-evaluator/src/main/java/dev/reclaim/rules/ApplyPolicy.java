package dev.reclaim.rules;

import dev.reclaim.events.RuleName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes many documents together: all of them or none.
 *
 * <p>A plan is an application of policy that is undone: seats are judged before the documents are
 * saved and again after, in one transaction, and only an apply that may go on keeps it. So a plan
 * cannot promise what an apply would not do.
 */
public final class ApplyPolicy {

  private final Policies policies;
  private final ChangePolicy change;
  private final FindsSeats finds;
  private final InTransaction transaction;
  private final InstantSource clock;
  private final long atMost;

  /**
   * @param atMost how many seats may become candidates without a confirmation
   */
  public ApplyPolicy(
      Policies policies,
      ChangePolicy change,
      FindsSeats finds,
      InTransaction transaction,
      InstantSource clock,
      long atMost) {
    this.policies = policies;
    this.change = change;
    this.finds = finds;
    this.transaction = transaction;
    this.clock = clock;
    this.atMost = atMost;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** All of it is saved. */
    record Applied(Plan plan, long allowed) implements Outcome {}

    /** This is what an apply would do; nothing is saved. */
    record Planned(Plan plan, long allowed) implements Outcome {}

    /** More seats would become candidates than were confirmed; nothing is saved. */
    record Unconfirmed(Plan plan, long allowed) implements Outcome {}

    /** Something is wrong with the documents; nothing is saved. */
    record Refused(List<PolicyFault> faults) implements Outcome {}
  }

  /** Says what applying would do, and saves nothing. */
  public Outcome plan(List<Written> documents, List<PolicyId> retired, String by) {
    return transaction.call(() -> tryOut(documents, retired, by, atMost, true), done -> false);
  }

  /**
   * Saves the documents, and retires policy.
   *
   * @param retired may be named among the documents too; then it is saved anew
   * @param confirmed how many seats may become candidates; counts where it is more than usual
   */
  public Outcome apply(List<Written> documents, List<PolicyId> retired, String by, long confirmed) {
    return transaction.call(
        () -> tryOut(documents, retired, by, Math.max(atMost, confirmed), false),
        done -> done instanceof Outcome.Applied);
  }

  /**
   * Saves one rule. What it names may come later, as with {@link ChangePolicy#save}.
   *
   * @param confirmed as with {@link #apply}
   */
  public Outcome save(Written rule, String by, long confirmed) {
    return transaction.call(
        () -> {
          policies.lock();
          return carryOut(List.of(rule), List.of(), by, Math.max(atMost, confirmed), false);
        },
        done -> done instanceof Outcome.Applied);
  }

  private Outcome tryOut(
      List<Written> documents, List<PolicyId> retired, String by, long allowed, boolean onlyPlan) {
    policies.lock();
    List<PolicyFault> faults = new ArrayList<>(change.faultsOfRetiring(retired));
    faults.addAll(change.faults(documents));
    return faults.isEmpty()
        ? carryOut(documents, retired, by, allowed, onlyPlan)
        : new Outcome.Refused(faults);
  }

  private Outcome carryOut(
      List<Written> documents, List<PolicyId> retired, String by, long allowed, boolean onlyPlan) {
    // The database keeps microseconds; both judges must see the same moment.
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Change> saved = documents.stream().flatMap(d -> change.change(d).stream()).toList();
    List<Change> changes =
        Stream.concat(retired.stream().map(Change::retiring), saved.stream()).toList();
    List<VersionedRule> were = concerned(changes);
    Findings before = Findings.of(finds, were, asOf);
    retired.forEach(id -> change.retireLocked(id, by));
    List<PolicyFault> untimely = save(documents, by);
    if (!untimely.isEmpty()) {
      return new Outcome.Refused(untimely);
    }
    List<VersionedRule> concerned = concerned(changes);
    Findings after = Findings.of(finds, concerned, asOf);
    Set<PolicyId> changed = changes.stream().map(Change::id).collect(Collectors.toSet());
    List<Effect> effects =
        Stream.concat(concerned.stream(), were.stream().filter(gone(concerned)))
            .map(rule -> Effect.of(rule, before, after))
            .filter(effect -> !effect.nothing() || changed.contains(effect.id()))
            .toList();
    Plan plan = Plan.of(asOf, changes, documents.size() - saved.size(), effects, policies.estate());
    if (onlyPlan) {
      return new Outcome.Planned(plan, allowed);
    }
    return plan.found().count() > allowed
        ? new Outcome.Unconfirmed(plan, allowed)
        : new Outcome.Applied(plan, allowed);
  }

  private static Predicate<VersionedRule> gone(List<VersionedRule> standing) {
    Set<RuleName> names = standing.stream().map(VersionedRule::name).collect(Collectors.toSet());
    return rule -> !names.contains(rule.name());
  }

  private List<PolicyFault> save(List<Written> documents, String by) {
    List<PolicyFault> faults = new ArrayList<>();
    for (Written written : documents) {
      try {
        change.saveLocked(written, by);
      } catch (BadPolicy e) {
        faults.add(written.fault(e.key(), e.reason()));
      }
    }
    return faults;
  }

  /** The standing rules that may find other seats because of the changes. */
  private List<VersionedRule> concerned(Collection<Change> changes) {
    if (changes.stream().anyMatch(Change::touchesAllRules)) {
      return policies.rules();
    }
    Set<PolicyId> changed = changes.stream().map(Change::id).collect(Collectors.toSet());
    return policies.rules().stream()
        .filter(rule -> changed.contains(rule.rule().policyId()))
        .toList();
  }
}
