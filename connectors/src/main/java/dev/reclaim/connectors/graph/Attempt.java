package dev.reclaim.connectors.graph;

/**
 * What was being tried when something went wrong.
 *
 * @param what as the end of "could not ..."
 * @param permission the application permission that it needs, by Graph's name
 * @param changes whether it changes something, so that an answer that did not come leaves a doubt
 */
record Attempt(String what, String permission, boolean changes) {

  static Attempt toRead(String what, String permission) {
    return new Attempt("read " + what, permission, false);
  }

  static Attempt toChange(String what, String permission) {
    return new Attempt(what, permission, true);
  }
}
