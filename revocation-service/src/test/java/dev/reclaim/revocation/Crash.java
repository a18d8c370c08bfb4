package dev.reclaim.revocation;

/** The process ends here and now. */
final class Crash extends Error {

  Crash() {
    super("crash", null, false, false);
  }
}
