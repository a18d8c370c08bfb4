package dev.reclaim.connectors.graph;

/** What an application's seat is in the tenant, as its policy names it. */
sealed interface Entitlement {

  /** {@code sku:} and a product's id or its part number, {@code SPE_E5}. */
  record Product(String name) implements Entitlement {}

  /** {@code group:} and the object id of a group. */
  record Membership(String group) implements Entitlement {}

  /** {@code app:} and the object id of a service principal, or its application id. */
  record Assignment(String app) implements Entitlement {}

  /**
   * Reads the sort and the name.
   *
   * @throws GraphRefused if it is none of these
   */
  static Entitlement read(String text) throws GraphRefused {
    String[] parts = text.split(":", 2);
    String name = parts.length == 2 ? parts[1].strip() : "";
    if (name.matches("[A-Za-z0-9_-]{1,100}")) {
      switch (parts[0]) {
        case "sku" -> {
          return new Product(name);
        }
        case "group" -> {
          return new Membership(name);
        }
        case "app" -> {
          return new Assignment(name);
        }
        default -> {
          // Refused below.
        }
      }
    }
    throw GraphRefused.forGood(
        "'" + text + "' names no seat of this tenant",
        "Write sku:, group: or app: and an id, like sku:SPE_E5, in 'seats.entitlement'.");
  }
}
