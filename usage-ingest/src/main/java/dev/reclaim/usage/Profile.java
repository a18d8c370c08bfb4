package dev.reclaim.usage;

import dev.reclaim.events.Holder;
import dev.reclaim.events.HolderId;
import dev.reclaim.events.InboxEvent.HolderReported;
import java.util.Optional;

/**
 * A holder's newest statement, with manager and owner found, and what was last published of it.
 *
 * @param manager who goes by the name that the statement gives, as far as known now
 * @param published empty before the first time
 */
public record Profile(
    HolderId id,
    Said said,
    Optional<HolderId> manager,
    Optional<HolderId> owner,
    Optional<Holder> published) {

  Holder now() {
    HolderReported report = said.report();
    return new Holder(
        id,
        report.kind(),
        said.identifiers(),
        report.name() == null || report.name().isBlank()
            ? said.identifiers().getFirst().value()
            : report.name().strip(),
        report.status().meaning(),
        report.since().orElse(said.at()),
        manager,
        owner,
        report.department(),
        report.locale(),
        report.timeZone(),
        report.workingDays(),
        said.at(),
        report.details());
  }

  boolean isNews() {
    return !published.equals(Optional.of(now()));
  }
}
