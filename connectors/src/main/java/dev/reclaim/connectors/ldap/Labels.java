package dev.reclaim.connectors.ldap;

/** What is said when a label does not name exactly one account. */
final class Labels {

  static final String CORRECT = "Correct the account's name where it comes from, or the directory.";

  private Labels() {}

  static String unknown(String label) {
    return "no account in the directory goes by '" + label + "'";
  }

  static String ambiguous(String label, int count) {
    return count + " accounts in the directory go by '" + label + "'";
  }
}
