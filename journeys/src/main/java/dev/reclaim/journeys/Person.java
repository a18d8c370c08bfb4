package dev.reclaim.journeys;

import dev.reclaim.events.HolderId;

/**
 * Somebody in the story, as HR and the directory know them.
 *
 * @param dn the distinguished name in the directory
 */
record Person(String name, String employeeNumber, String upn, String mail, String sam, String dn) {

  static final Person ANNA =
      person(
          "Anna Schäfer", "100014", "a.schaefer", "Anna.Schaefer", "aschaefer", "Schäfer\\, Anna");
  static final Person JUERGEN =
      person(
          "Jürgen Müller",
          "100022",
          "j.mueller",
          "Juergen.Mueller",
          "jmueller",
          "Müller\\, Jürgen");
  static final Person TAKESHI = person("佐藤 健", "100035", "t.sato", "Takeshi.Sato", "tsato", "佐藤 健");
  static final Person MISAKI =
      person("鈴木 美咲", "100036", "m.suzuki", "Misaki.Suzuki", "msuzuki", "鈴木 美咲");
  static final Person NIAMH =
      person(
          "Niamh Brennan",
          "100008",
          "niamh.brennan",
          "Niamh.Brennan",
          "nbrennan",
          "Brennan\\, Niamh");
  static final Person MAJA =
      person(
          "Maja Lindqvist",
          "100047",
          "m.lindqvist",
          "Maja.Lindqvist",
          "mlindqvist",
          "Lindqvist\\, Maja");
  static final Person CARLOS =
      person("Carlos Reyes", "100052", "c.reyes", "Carlos.Reyes", "creyes", "Reyes\\, Carlos");
  static final Person INGRID =
      person("Ingrid Voss", "100005", "i.voss", "Ingrid.Voss", "ivoss", "Voss\\, Ingrid");
  static final Person DANIEL =
      person("Daniel Okafor", "100041", "d.okafor", "Daniel.Okafor", "dokafor", "Okafor\\, Daniel");
  static final Person TOM =
      person("Tom Hughes", "100060", "t.hughes", "Tom.Hughes", "thughes", "Hughes\\, Tom");

  private static Person person(
      String name, String number, String upn, String mail, String sam, String commonName) {
    return new Person(
        name,
        number,
        upn + "@example.com",
        mail + "@example.com",
        sam,
        "CN=" + commonName + ",OU=People,DC=example,DC=com");
  }

  /** As usage-ingest derives it from the strongest identifier. */
  HolderId holder() {
    return HolderId.of(employeeNumber);
  }
}
