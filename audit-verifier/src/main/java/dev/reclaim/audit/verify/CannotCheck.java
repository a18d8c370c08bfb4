package dev.reclaim.audit.verify;

/** The log could not be looked at; this says nothing about whether it is intact. */
final class CannotCheck extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason a sentence for the one who ran the check
   */
  CannotCheck(String reason) {
    super(reason);
  }

  CannotCheck(String reason, Throwable cause) {
    super(reason, cause);
  }
}
