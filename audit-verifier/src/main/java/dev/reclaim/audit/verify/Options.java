package dev.reclaim.audit.verify;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param url where audit-service is
 * @param folder a copy of the log instead
 * @param home where the witness is kept, and the login may be
 * @param key the key to check with, instead of the one trusted at first use
 * @param decision a sealed decision file to check instead of the log
 */
record Options(
    URI url, Optional<Path> folder, Path home, Optional<LogKey> key, Optional<Path> decision) {

  static final String USAGE =
      """
      usage: verify [--url URL | --dir FOLDER] [--home FOLDER] [--key KEY] [--decision FILE]

        --url URL        where audit-service is (default: http://127.0.0.1:8085)
        --dir FOLDER     check a copy of the log in a folder, offline
        --home FOLDER    where audit-witness/ is kept (default: RECLAIM_HOME or .reclaim)
        --key KEY        the log's key, spelled name+id+base64
        --decision FILE  check a sealed decision file, offline

      The login is taken from RECLAIM_USER and RECLAIM_PASSWORD, or from
      secrets.properties in the home folder.
      Exit code: 0 intact, 1 tampered with, 2 could not check.
      """;

  private static final int DEFAULT_PORT_BASE = 8080;
  private static final int PORT_OF_AUDIT = 5;

  /**
   * @throws IllegalArgumentException with a sentence when they cannot be understood
   */
  static Options parse(String[] args, Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("RECLAIM_HOME", ".reclaim"));
    Options options =
        new Options(
            defaultUrl(environment), Optional.empty(), home, Optional.empty(), Optional.empty());
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + ": needs a value, or is not known");
      }
      options = options.with(args[i], args[i + 1]);
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--url" -> new Options(URI.create(value), folder, home, key, decision);
      case "--dir" -> new Options(url, Optional.of(Path.of(value)), home, key, decision);
      case "--home" -> new Options(url, folder, Path.of(value), key, decision);
      case "--key" -> new Options(url, folder, home, Optional.of(LogKey.parse(value)), decision);
      case "--decision" -> new Options(url, folder, home, key, Optional.of(Path.of(value)));
      default -> throw new IllegalArgumentException(name + ": is not known");
    };
  }

  private static URI defaultUrl(Map<String, String> environment) {
    String base = environment.getOrDefault("RECLAIM_PORT_BASE", "" + DEFAULT_PORT_BASE);
    if (!base.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("RECLAIM_PORT_BASE: '" + base + "' is not a port");
    }
    return URI.create("http://127.0.0.1:" + (Integer.parseInt(base) + PORT_OF_AUDIT));
  }

  Witness witness() {
    return new Witness(home.resolve("audit-witness"));
  }
}
