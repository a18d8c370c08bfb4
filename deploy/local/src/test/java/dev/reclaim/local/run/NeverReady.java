package dev.reclaim.local.run;

import java.util.concurrent.CountDownLatch;

/** A process that takes for ever to start, for tests of the runner. */
final class NeverReady {
  private NeverReady() {}

  public static void main(String[] arguments) throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
