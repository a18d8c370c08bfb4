package dev.reclaim.audit;

/** The end of the log is not what this service has signed; nothing may be signed on top of it. */
public final class LogWasChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LogWasChanged(Throwable cause) {
    super(
        "the last checkpoint in the database is not what this service has signed: it was changed,"
            + " or the signing key was. Nothing is appended until the database is restored",
        cause);
  }
}
