package dev.reclaim.connectors;

import java.util.List;

/** What a check of a connection found. */
public sealed interface ConnectionCheck {

  /**
   * All that is needed is there.
   *
   * @param proven one sentence for each thing tried
   */
  record Works(List<String> proven) implements ConnectionCheck {

    public Works {
      proven = List.copyOf(proven);
    }
  }

  /** It connects, but something is missing; everything that is missing is named. */
  record Lacks(List<Missing> missing) implements ConnectionCheck {

    public Lacks {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("missing: is empty, so the connection works");
      }
    }
  }

  /** It could not be reached, or the credentials were refused. */
  record Unusable(String why, String whatToDo) implements ConnectionCheck {}

  /** One thing that is missing, and what a person can do about it. */
  record Missing(String what, String whatToDo) {}
}
