package dev.reclaim.connectors.declarative;

/** A flow ended early. Stays inside of this package: the capabilities answer with values. */
final class Ended extends RuntimeException {

  private final transient Ending ending;

  Ended(Ending ending) {
    super(ending.why(), null, false, false);
    this.ending = ending;
  }

  /** The same, where something was changed before. */
  Ended afterAChange() {
    return new Ended(ending.afterAChange());
  }

  Ending ending() {
    return ending;
  }
}
