package dev.reclaim.consent;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.LocalTime;

/** How much of people's attention may be taken, as it is configured. */
@ConfigMapping(prefix = "reclaim.consent.attention")
interface WiringAttention {

  /** A holder is asked once in this time. */
  Duration betweenAsks();

  /** An approver gets one message in this time. */
  Duration betweenDigests();

  /** How long a message waits for more questions to the same reader. */
  Duration gather();

  Quiet quiet();

  /** When nobody is written to, by the reader's own clock. */
  interface Quiet {

    /** In the evening. */
    LocalTime begin();

    /** In the morning. */
    LocalTime end();

    /** Whether days off are quiet too. */
    boolean daysOff();
  }
}
