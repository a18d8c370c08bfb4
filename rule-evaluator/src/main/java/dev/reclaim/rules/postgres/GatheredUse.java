package dev.reclaim.rules.postgres;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import dev.reclaim.rules.Coverage;
import dev.reclaim.rules.Use;
import dev.reclaim.rules.UseOnDay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The use of a page of seats, and what is known of its sources. */
final class GatheredUse {

  private final Map<UseRows.Whose, List<UseOnDay>> days;
  private final Map<HolderId, Map<ApplicationId, Instant>> last;
  private final List<Known> known;
  private final Map<ApplicationId, List<Coverage>> covering = new HashMap<>();
  private final Map<ApplicationId, List<Coverage>> coveringOthers = new HashMap<>();

  GatheredUse(
      Map<UseRows.Whose, List<UseOnDay>> days,
      Map<HolderId, Map<ApplicationId, Instant>> last,
      List<Known> known) {
    this.days = days;
    this.last = last;
    this.known = known;
  }

  /** A source's coverage of an application. */
  record Known(ApplicationId application, Coverage coverage) {}

  Use of(HolderId holder, ApplicationId application) {
    return new Use(
        days.getOrDefault(new UseRows.Whose(holder, application), List.of()),
        Optional.ofNullable(last.getOrDefault(holder, Map.of()).get(application)),
        covering.computeIfAbsent(application, this::covering));
  }

  Optional<Instant> lastElsewhere(HolderId holder, ApplicationId application) {
    return last.getOrDefault(holder, Map.of()).entrySet().stream()
        .filter(use -> !use.getKey().equals(application))
        .map(Map.Entry::getValue)
        .max(Instant::compareTo);
  }

  private List<Coverage> covering(ApplicationId application) {
    return known.stream()
        .filter(each -> each.application().equals(application))
        .map(Known::coverage)
        .toList();
  }

  List<Coverage> coveringOthers(ApplicationId application) {
    return coveringOthers.computeIfAbsent(
        application,
        _ ->
            known.stream()
                .filter(each -> !each.application().equals(application))
                .map(Known::coverage)
                .toList());
  }
}
