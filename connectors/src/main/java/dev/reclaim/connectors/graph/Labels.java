package dev.reclaim.connectors.graph;

/** What is said about labels that name nobody, or more than one. */
final class Labels {

  static final String CORRECT = "Correct the account, or close it by hand.";

  private Labels() {}

  static String unknown(String account) {
    return "no account goes by " + account;
  }

  static String ambiguous(String account, int count) {
    return "%d accounts go by %s".formatted(count, account);
  }
}
