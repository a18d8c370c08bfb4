package dev.reclaim.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where one running installation is, and how the story signs in there.
 *
 * @param home its state folder
 * @param portBase the first of its ports
 */
record Town(Path home, int portBase, String user, String password) {

  /** Reads what {@code ./reclaim demo} says in the environment. */
  static Town of(Path home, int portBase) {
    Map<String, String> secrets = Properties.read(home.resolve("secrets.properties"));
    return new Town(home, portBase, "cli", secrets.get("cli.password"));
  }

  URI console(String path) {
    return at(0, path);
  }

  URI usageIngest(String path) {
    return at(1, path);
  }

  URI ruleEvaluator(String path) {
    return at(2, path);
  }

  URI consent(String path) {
    return at(3, path);
  }

  URI revocation(String path) {
    return at(4, path);
  }

  URI audit(String path) {
    return at(5, path);
  }

  URI sandbox(String path) {
    return at(9, path);
  }

  String kafka() {
    return "127.0.0.1:" + (portBase + 21);
  }

  private URI at(int offset, String path) {
    return URI.create("http://127.0.0.1:" + (portBase + offset) + path);
  }

  @Override
  public String toString() {
    return "http://127.0.0.1:" + portBase;
  }
}
