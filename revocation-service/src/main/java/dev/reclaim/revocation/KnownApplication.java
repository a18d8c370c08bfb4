package dev.reclaim.revocation;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.PolicyEvent.SeatSource;
import java.util.Optional;

/** What the policy says of an application, as far as it matters here. */
public record KnownApplication(
    ApplicationId id, String title, Optional<SeatSource> seats, int restorableDays) {}
