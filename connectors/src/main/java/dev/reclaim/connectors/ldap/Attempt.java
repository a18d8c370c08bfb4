package dev.reclaim.connectors.ldap;

/**
 * What was being tried when something went wrong.
 *
 * @param what as the end of "could not ..."
 * @param permission what the connection's login needs for it
 */
record Attempt(String what, String permission) {

  static Attempt toReadAccounts(Directory directory) {
    return new Attempt(
        "read accounts below " + directory.base(), "read access below " + directory.base());
  }

  static Attempt toReadGroup(String group) {
    return new Attempt("read the group " + group, "read access to the group " + group);
  }

  static Attempt toChangeMembers(String group) {
    return new Attempt(
        "change the members of " + group, "the right to write 'member' of the group " + group);
  }

  static Attempt toChangeAccount(Person person) {
    return new Attempt(
        "change whether " + person.name() + " is enabled",
        "the right to write 'userAccountControl' of " + person.name());
  }
}
