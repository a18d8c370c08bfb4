package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.PolicyEvent.SeatAction;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reclamation rule.
 *
 * @param applications those it looks at; empty for all
 * @param handling how its candidates are handled
 * @param pace when and how much it may propose
 */
public record Rule(
    RuleName name,
    String title,
    Set<ApplicationId> applications,
    Condition when,
    Handling handling,
    Pace pace)
    implements Policy {

  /** How far back evidence is shown where the rule itself does not look at use. */
  public static final Window USUAL = Window.ofDays(90);

  public Rule {
    applications = Set.copyOf(applications);
    if (handling.useCancels() != dependsOnUse(when)) {
      throw new IllegalArgumentException(
          "handling.useCancels: use cancels exactly where it proves the rule wrong");
    }
  }

  /** Whether use of the seat proves a rule with this condition wrong. */
  public static boolean dependsOnUse(Condition when) {
    return when.parts().anyMatch(Condition::useProvesWrong);
  }

  /** The longest window over which it looks at use. */
  public Window reach() {
    return when.parts()
        .map(Condition::looksBackAtUse)
        .flatMap(Optional::stream)
        .reduce(Window::orLonger)
        .orElse(USUAL);
  }

  /**
   * Judges the facts. Holds and leave stand above every condition, and no rule can override them.
   */
  public Verdict judge(SeatFacts facts) {
    if (!applications.isEmpty() && !applications.contains(facts.seat().application())) {
      return Verdict.no("The rule does not look at " + facts.seat().application() + ".");
    }
    if (!facts.tenure().present()) {
      return Verdict.no("The seat is there no more.");
    }
    if (!facts.holds().isEmpty()) {
      return new Verdict.NotReclaimable(facts.holds().stream().map(Hold::sentence).toList());
    }
    if (facts.onLeaveSince().isPresent()) {
      return Verdict.no("The holder is on leave, HR says.");
    }
    return switch (when.judge(facts)) {
      case Judgement.Holds yes -> new Verdict.Reclaimable(yes.reasons());
      case Judgement.DoesNotHold no -> new Verdict.NotReclaimable(sentences(no.reasons()));
      case Judgement.NotEnoughData unknown ->
          new Verdict.NotEnoughData(sentences(unknown.reasons()));
    };
  }

  /** Whether it may make new proposals at a moment. One that observes makes none. */
  public boolean mayProposeAt(Instant asOf) {
    return handling.mode() != Handling.Mode.OBSERVE && pace.blackoutAt(asOf).isEmpty();
  }

  /** How this seat is to be handled: a downgrade leaves the tier that would do. */
  public Handling handlingOf(SeatFacts facts) {
    Handling.Taking taking = handling.taking();
    if (!taking.action().equals(Optional.of(SeatAction.DOWNGRADE)) || taking.toTier().isPresent()) {
      return handling;
    }
    Optional<String> tier =
        when.parts()
            .filter(CheaperTierWouldDo.class::isInstance)
            .map(part -> ((CheaperTierWouldDo) part).enough(facts))
            .flatMap(Optional::stream)
            .map(SeatTerms.Tier::name)
            .findFirst();
    return new Handling(
        handling.mode(),
        handling.asking(),
        handling.approval(),
        new Handling.Taking(taking.order(), taking.action(), tier),
        handling.useCancels());
  }

  private static List<String> sentences(List<Reason> reasons) {
    return reasons.stream().map(Reason::sentence).toList();
  }
}
