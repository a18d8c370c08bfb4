package dev.reclaim.sandbox.graph;

import java.util.List;
import java.util.Set;

/** The tenant of the make-believe company: the people of its directory, with products and roles. */
public final class FirstDay {

  static final String DOMAIN = "@example.com";

  /** The larger product, which most have directly. */
  public static final String PRODUCT = "SPE_E5";

  /** What is left of it after a downgrade. */
  public static final String SMALLER = "SPE_E3";

  /** Gives its members the larger product. */
  public static final String TEAM = "Analytics Team";

  public static final String APPLICATION = "Miro";

  static final int SEATS = 500;

  private static final List<String> WITH_PRODUCT =
      List.of(
          "margaret.whitfield",
          "a.schaefer",
          "j.mueller",
          "t.sato",
          "m.suzuki",
          "niamh.brennan",
          "priya.nair",
          "m.lindqvist",
          "c.reyes",
          "i.voss");

  private FirstDay() {}

  static void of(Directory directory) {
    Sku product = directory.addSku(PRODUCT, SEATS);
    directory.addSku(SMALLER, SEATS);
    Group team = directory.addGroup(TEAM, Group.Sort.SECURITY);
    App application = directory.addApp(APPLICATION);
    directory.license(team, product);
    for (String login : WITH_PRODUCT) {
      User user = directory.addUser(login + DOMAIN);
      directory.license(user, product, Set.of());
      directory.assign(application, user, App.NO_ROLE);
    }
    directory.join(team, directory.addUser("d.okafor" + DOMAIN));
    directory.addUser("t.hughes" + DOMAIN);
    directory
        .user("i.voss" + DOMAIN)
        .flatMap(user -> directory.live(user.id()))
        .ifPresent(user -> directory.giveRole(user, "Global Administrator"));
  }
}
