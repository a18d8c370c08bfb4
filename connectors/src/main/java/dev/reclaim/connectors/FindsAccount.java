package dev.reclaim.connectors;

/** Can find an account, and tell whether it is enabled and whether it is protected. */
public interface FindsAccount {

  /**
   * Looks for the one account that goes by a label.
   *
   * @param account any login or address of the holder; compared as a whole, never as a pattern
   */
  AccountLook find(String account);
}
