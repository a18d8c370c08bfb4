package dev.reclaim.rules;

/** What makes a rule look at a holder's seats at once, and not with the next sweep. */
public enum Reaction {
  /** HR says that the holder leaves, or has left. */
  LEAVER,
  /** HR says something else of the holder: another department, the end of a contract. */
  CHANGE,
  /** The directory has disabled the account. */
  ACCOUNT_DISABLED
}
