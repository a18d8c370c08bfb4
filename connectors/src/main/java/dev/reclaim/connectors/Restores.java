package dev.reclaim.connectors;

/** Can put back what was taken. */
public interface Restores {

  /**
   * Undoes the steps named in the saved state, to exactly what it says: an account that was
   * disabled before stays disabled. A repeat is harmless.
   */
  RestoreOutcome restore(SavedState saved);
}
