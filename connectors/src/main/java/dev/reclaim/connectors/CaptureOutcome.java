package dev.reclaim.connectors;

import java.time.Duration;

/** How an attempt to save the earlier state ended. Without a saved state nothing may be taken. */
public sealed interface CaptureOutcome {

  /** Here it is; store it. */
  record Saved(SavedState state) implements CaptureOutcome {}

  /** No usable answer now. */
  record TryLater(Duration after, String why) implements CaptureOutcome {}

  /** It cannot be read. */
  record Failed(String why, String whatToDo) implements CaptureOutcome {}
}
