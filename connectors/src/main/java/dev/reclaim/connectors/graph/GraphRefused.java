package dev.reclaim.connectors.graph;

import java.util.OptionalInt;

/** A call did not end well. Thrown inside this package only; its connector answers with values. */
final class GraphRefused extends Exception {

  private final Trouble trouble;
  private final OptionalInt status;

  GraphRefused(Trouble trouble) {
    this(trouble, OptionalInt.empty());
  }

  GraphRefused(Trouble trouble, OptionalInt status) {
    super(trouble.why(), null, false, false);
    this.trouble = trouble;
    this.status = status;
  }

  static GraphRefused forGood(String why, String whatToDo) {
    return new GraphRefused(new Trouble.Lasting(why, whatToDo));
  }

  Trouble trouble() {
    return trouble;
  }

  /** Whether Graph answered with this HTTP status. */
  boolean is(int wanted) {
    return status.isPresent() && status.getAsInt() == wanted;
  }
}
