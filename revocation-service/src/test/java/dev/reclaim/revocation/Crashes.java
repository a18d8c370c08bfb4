package dev.reclaim.revocation;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Every place at which the process could end: before and after each thing it does outside. */
final class Crashes {

  private final IntPredicate atPoint;
  private int passed;

  Crashes(IntPredicate atPoint) {
    this.atPoint = atPoint;
  }

  static Crashes never() {
    return new Crashes(_ -> false);
  }

  static Crashes at(int point) {
    return new Crashes(one -> one == point);
  }

  <T> T around(Supplier<T> work) {
    point();
    T result = work.get();
    point();
    return result;
  }

  void around(Runnable work) {
    around(
        () -> {
          work.run();
          return "";
        });
  }

  int passed() {
    return passed;
  }

  private void point() {
    if (atPoint.test(passed++)) {
      throw new Crash();
    }
  }
}
