package dev.reclaim.connectors.declarative;

/** What is said of a label that names no account, or too many. */
final class Labels {

  static final String CORRECT = "Correct the account, or close it by hand.";

  private Labels() {}

  static String unknown(String label) {
    return "no account goes by " + label;
  }

  static String ambiguous(String label, int count) {
    return "%d accounts go by %s".formatted(count, label);
  }
}
