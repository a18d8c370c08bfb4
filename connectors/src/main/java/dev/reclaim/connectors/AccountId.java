package dev.reclaim.connectors;

/**
 * The vendor's own stable name of an account, which outlives a rename: the objectGUID in a
 * directory.
 */
public record AccountId(String value) {

  public AccountId {
    Must.beText("account", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
