package dev.reclaim.usage;

import dev.reclaim.events.PolicyEvent.Alias;
import dev.reclaim.events.PolicyEvent.ApplicationDefined;
import dev.reclaim.messaging.Cause;
import java.time.Instant;
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
    Set<Label> before = applications.labelsOf(application.application());
    Set<Label> after = labels(application);
    Set<String> touched =
        Stream.concat(before.stream(), after.stream())
            .filter(label -> !before.contains(label) || !after.contains(label))
            .map(Label::text)
            .collect(Collectors.toSet());
    Days days = new Days();
    days.add(usage.daysOfLabels(touched), cause);
    applications.save(application, after, touched);
    days.add(usage.daysOfLabels(touched), cause);
    settling.settle(
        new Settling.Touched(Set.of(), touched, days, sources.knowing(touched)), cause, now);
  }

  private static Set<Label> labels(ApplicationDefined application) {
    if (application.retired()) {
      return Set.of();
    }
    return Stream.concat(
            Stream.of(application.application().value(), application.title())
                .map(Alias::everywhere),
            application.aliases().stream())
        .map(Label::of)
        .collect(Collectors.toSet());
  }
}
