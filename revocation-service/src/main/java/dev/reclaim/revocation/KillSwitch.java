package dev.reclaim.revocation;

import java.time.Instant;

/** Stops everything that takes something away, at once. Putting back goes on. */
public record KillSwitch(boolean on, String reason, String by, Instant since) {

  public static final KillSwitch OFF = new KillSwitch(false, "", "", Instant.EPOCH);
}
