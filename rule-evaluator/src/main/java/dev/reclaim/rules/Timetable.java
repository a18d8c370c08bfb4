package dev.reclaim.rules;

import java.time.Instant;

/** When something happens again and again. */
public interface Timetable {

  /** The first time after a moment; exclusive. */
  Instant next(Instant after);
}
