package dev.reclaim.bench.revocation;

import java.time.Duration;

/**
 * What a vendor allows.
 *
 * @param changes so many within any second; zero for as many as come
 * @param percentRefused so many of those that it would allow are answered 429 all the same
 */
record VendorLimits(int changes, int percentRefused) {

  static final VendorLimits NONE = new VendorLimits(0, 0);
  static final Duration WINDOW = Duration.ofSeconds(1);
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);
}
