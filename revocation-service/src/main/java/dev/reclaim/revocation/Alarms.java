package dev.reclaim.revocation;

import java.time.Instant;
import java.util.List;

/** Brakes of which people have to hear. Each method is one short transaction. */
public interface Alarms {

  /** A brake that began to hold something. */
  record Alarm(String brake, String why, Instant since) {}

  /** Those that nobody was told of yet. */
  List<Alarm> untold();

  void told(String brake, Instant at);

  /** Forgets those that hold nothing any more, so that the next time is news again. */
  void forgetOver();
}
