package dev.reclaim.audit.verify;

/** Hears how far the check has come. */
@FunctionalInterface
interface Progress {

  void reached(long position, long size);
}
