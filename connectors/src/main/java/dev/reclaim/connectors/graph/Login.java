package dev.reclaim.connectors.graph;

/**
 * The app registration that the connection signs in as.
 *
 * @param secret never shown
 */
record Login(String tenant, String client, String secret) {

  @Override
  public String toString() {
    return "Login[" + client + " in " + tenant + "]";
  }
}
