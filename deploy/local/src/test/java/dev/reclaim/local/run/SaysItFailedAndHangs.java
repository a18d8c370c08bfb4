package dev.reclaim.local.run;

import java.util.concurrent.CountDownLatch;

/** A process that could not start, and lives on, for tests of the runner. */
final class SaysItFailedAndHangs {
  private SaysItFailedAndHangs() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.err.println("Failed to start application: the flux capacitor is missing");
    new CountDownLatch(1).await();
  }
}
