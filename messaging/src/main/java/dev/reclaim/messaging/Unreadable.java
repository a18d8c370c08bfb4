package dev.reclaim.messaging;

/**
 * A record that is no event of ours; the message says which field, and why, in words a sender can
 * act on.
 */
public class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message);
  }

  public Unreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
