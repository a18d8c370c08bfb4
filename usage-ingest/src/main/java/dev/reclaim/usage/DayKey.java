package dev.reclaim.usage;

import dev.reclaim.events.ApplicationId;
import dev.reclaim.events.HolderId;
import java.time.LocalDate;

/** What one {@code UsageDay} is about. */
public record DayKey(HolderId holder, ApplicationId application, LocalDate day) {}
