package dev.reclaim.connectors;

/** Can end an account's access without deleting anything. */
public interface Deprovisions {

  /**
   * Disables the one account that goes by a label. It looks first, so a repeat is harmless; it
   * never repeats a change by itself.
   */
  RevocationOutcome disable(String account);
}
