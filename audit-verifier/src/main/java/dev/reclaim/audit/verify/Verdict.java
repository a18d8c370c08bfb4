package dev.reclaim.audit.verify;

import java.util.List;

/** What the check has found out. */
sealed interface Verdict {

  /**
   * Every entry is what it was when it was signed, and when it was witnessed.
   *
   * @param witnessedBefore how many entries had been witnessed before this check
   */
  record Intact(Checkpoint checkpoint, long witnessedBefore) implements Verdict {}

  /**
   * Something is not what it was.
   *
   * @param findings the entries that can be named, the first ones at least
   * @param more how many there are besides
   * @param sentences what was noticed about the log as a whole
   */
  record Tampered(List<Finding> findings, long more, List<String> sentences) implements Verdict {
    public Tampered {
      findings = List.copyOf(findings);
      sentences = List.copyOf(sentences);
    }
  }
}
