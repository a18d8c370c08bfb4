package dev.reclaim.audit.verify;

/** One entry that is not what it was. Positions count from 0. */
sealed interface Finding {

  /** Where it is, or was when it is there no more. */
  long position();

  /** As a sentence for people. */
  String sentence();

  /**
   * Another entry stands in its place.
   *
   * @param since until when it was right: {@code witnessed} or {@code signed}
   * @param now what it says now
   */
  record Changed(long position, String since, String now, Hash was, Hash is) implements Finding {
    @Override
    public String sentence() {
      return "Position %d was changed since it was %s. It now says: %s."
          .formatted(position, since, now);
    }
  }

  /** It is there no more. */
  record Removed(long position, String since, String before, Hash was) implements Finding {
    @Override
    public String sentence() {
      return "Position %d was removed since it was %s. %s.".formatted(position, since, before);
    }
  }

  /** It was not there before. */
  record Inserted(long position, String since, String now, Hash is) implements Finding {
    @Override
    public String sentence() {
      return "Position %d was inserted since the entries around it were %s. It says: %s."
          .formatted(position, since, now);
    }
  }

  /** It is still there, and stands somewhere else. */
  record Reordered(long position, String since, long earlier, String now) implements Finding {
    @Override
    public String sentence() {
      return "Position %d was reordered since it was %s: this entry stood at position %d. It says: %s."
          .formatted(position, since, earlier, now);
    }
  }

  /** Entry and hashes were changed together; without a witness only the neighbourhood is known. */
  record HashesRewritten(long position, long last) implements Finding {
    @Override
    public String sentence() {
      return ("Among positions %d to %d an entry or its hash was changed since it was signed: their"
              + " hashes do not lead to the signed root. Nobody has witnessed them, so that it"
              + " cannot be told which one it was.")
          .formatted(position, last);
    }
  }
}
