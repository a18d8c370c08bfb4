package dev.reclaim.usage;

import dev.reclaim.events.Identifier;
import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learns by which labels sources know an application, and counts anew what goes by them. */
public final class TakePolicy {

  private final Serializes turns;
  private final KeepsApplications applications;
  private final CountsUsage usage;
  private final KeepsSources sources;
  private final Settling settling;

  TakePolicy(
      Serializes turns,
      KeepsApplications applications,
      CountsUsage usage,
      KeepsSources sources,
      Settling settling) {
    this.turns = turns;
    this.applications = applications;
    this.usage = usage;
    this.sources = sources;
    this.settling = settling;
  }

  /** Takes one definition; an older version than the one known changes nothing. */
  public void take(ApplicationDefined application, Cause cause, Instant now) {
    turns.awaitTurn();
    OptionalInt known = applications.versionOf(application.application());
    if (known.isPresent() && known.getAsInt() >= application.version()) {
      return;
    }
    Set<String> before = applications.labelsOf(application.application());
    Set<String> after = labels(application);
    Set<String> touched = new HashSet<>(before);
    touched.addAll(after);
    touched.removeIf(label -> before.contains(label) && after.contains(label));
    Days days = new Days();
    days.add(usage.daysOfLabels(touched), cause);
    applications.save(application, after, touched);
    days.add(usage.daysOfLabels(touched), cause);
    settling.settle(
        new Settling.Touched(Set.of(), touched, days, sources.knowing(touched)), cause, now);
  }

  private static Set<String> labels(ApplicationDefined application) {
    if (application.retired()) {
      return Set.of();
    }
    return Stream.concat(
            Stream.of(application.application().value(), application.title()),
            application.aliases().stream().map(Alias::name))
        .filter(label -> !label.isBlank())
        .map(Identifier::normalise)
        .collect(Collectors.toSet());
  }
}
