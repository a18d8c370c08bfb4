package dev.reclaim.connectors.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reclaim.connectors.UsageReport;
import dev.reclaim.connectors.UsageReport.Used;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reports use. */
final class Reports {

  private final Runs runs;

  Reports(Runs runs) {
    this.runs = runs;
  }

  UsageReport report(UsagePart usage, Scope scope, Instant since, Instant now) {
    List<Optional<Used>> rows =
        new Lists(runs)
            .rows(
                usage.rows(),
                scope.with("since", moment(since)).with("now", moment(now)),
                row -> used(usage, row));
    return new UsageReport.Complete(
        rows.stream()
            .flatMap(Optional::stream)
            .filter(used -> !used.at().isBefore(since))
            .toList());
  }

  /** A row without a moment is somebody who never used it. */
  private static Optional<Used> used(UsagePart usage, Scope row) {
    return usage
        .at()
        .in(row)
        .map(
            at ->
                new Used(
                    Lists.account(usage.rows(), row),
                    Lists.names(usage.rows(), row),
                    at,
                    usage.seconds().flatMap(seconds -> lasting(seconds, row))));
  }

  private static Optional<Duration> lasting(Template seconds, Scope row) {
    try {
      return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.fill(row))));
    } catch (Template.Unfilled | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A moment as vendors want it: {@code {since/iso}} and so on. */
  private static ObjectNode moment(Instant at) {
    return Bodies.JSON
        .createObjectNode()
        .put("iso", at.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("date", at.atZone(ZoneOffset.UTC).toLocalDate().toString())
        .put("epoch-seconds", at.getEpochSecond())
        .put("epoch-millis", at.toEpochMilli());
  }
}
