package dev.reclaim.rules;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.Handling;
import dev.reclaim.events.Reason;
import dev.reclaim.events.RuleName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A reclamation rule.
 *
 * @param applications those it looks at; empty for all
 * @param handling how its candidates are handled
 * @param rest how long a kept or used seat is left alone by this rule
 */
public record Rule(
    RuleName name,
    String title,
    Set<ApplicationId> applications,
    Condition when,
    Handling handling,
    Window rest)
    implements Policy {

  /** How far back evidence is shown where the rule itself does not look at use. */
  public static final Window USUAL = Window.ofDays(90);

  public Rule {
    applications = Set.copyOf(applications);
    if (handling.useCancels() != dependsOnUse(when)) {
      throw new IllegalArgumentException(
          "handling.useCancels: use cancels exactly where the rule looks at use");
    }
  }

  /** Whether use of the seat proves a rule with this condition wrong. */
  public static boolean dependsOnUse(Condition when) {
    return when.parts().anyMatch(part -> part.looksBackAtUse().isPresent());
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
   * Judges the facts. Holds, and leave where use matters, stand above every condition: nobody can
   * use a seat while away.
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
    if (handling.useCancels()
        && facts.employment().filter(e -> e.onLeaveAt(facts.asOf())).isPresent()) {
      return Verdict.no("The holder is on leave, HR says.");
    }
    return switch (when.judge(facts)) {
      case Judgement.Holds yes -> new Verdict.Reclaimable(yes.reasons());
      case Judgement.DoesNotHold no -> new Verdict.NotReclaimable(sentences(no.reasons()));
      case Judgement.NotEnoughData unknown ->
          new Verdict.NotEnoughData(sentences(unknown.reasons()));
    };
  }

  private static List<String> sentences(List<Reason> reasons) {
    return reasons.stream().map(Reason::sentence).toList();
  }
}
